package dev.garrison.session;

import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.diagnostic.Worded;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens sessions. */
public interface Sessions {
  /**
   * Reads the manifest and makes ready to speak with its site; nothing is sent yet.
   *
   * @param manifest the manifest
   * @param state the state folder; without one, {@code .garrison} beside the manifest
   * @throws dev.garrison.diagnostic.RefusalException with everything that is wrong with the
   *     manifest
   */
  default OpenSession open(Path manifest, Optional<Path> state) {
    return open(manifest, state, Part.EVERYTHING);
  }

  /** The same for a part of what the manifest speaks of. */
  OpenSession open(Path manifest, Optional<Path> state, Part part);

  /**
   * The same with another text in the manifest's place, to see what would follow from it.
   *
   * @param text what the file would hold
   */
  OpenSession openAs(Path manifest, String text, Optional<Path> state);

  /** Of what a manifest speaks: a team that looks after one part plans and writes it alone. */
  public enum Part implements Worded {
    /** The site and, where the manifest says so, the update servers. */
    EVERYTHING,
    /** The site with its share, and no update server. */
    SITE,
    /**
     * The update servers alone: no package is read, and no site asked but for its software update
     * point, where that serves a ring.
     */
    WSUS;

    /** Whether the site is part of it. */
    public boolean hasSite() {
      return this != WSUS;
    }

    /** Whether update servers are. */
    public boolean hasUpdateServers() {
      return this != SITE;
    }
  }

  /**
   * A session with the connections behind it.
   *
   * @param share how the content share is reached, once it was; empty where that needs no word
   * @param traffic what each server of the site was asked so far
   * @param connections closed with it
   */
  record OpenSession(
      Session session,
      Supplier<Optional<String>> share,
      Supplier<List<ServerCounts>> traffic,
      Connections connections)
      implements AutoCloseable {
    @Override
    public void close() {
      connections.close();
    }
  }

  /** What a session speaks through. */
  @FunctionalInterface
  interface Connections {
    /** Ends them. */
    void close();
  }
}
