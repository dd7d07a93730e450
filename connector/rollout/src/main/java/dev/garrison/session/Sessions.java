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
   * Reads the manifest and prepares the connection to its site; nothing is sent yet.
   *
   * @param manifest the manifest
   * @param state the state folder; without one, {@code .garrison} next to the manifest
   * @throws dev.garrison.diagnostic.RefusalException with everything that is wrong with the
   *     manifest
   */
  default OpenSession open(Path manifest, Optional<Path> state) {
    return open(manifest, state, Part.EVERYTHING);
  }

  /** Opens a session for a part of the manifest. */
  OpenSession open(Path manifest, Optional<Path> state, Part part);

  /**
   * Opens a session with another text in place of the manifest's, to see its effects.
   *
   * @param text the text that the file would have
   */
  OpenSession openAs(Path manifest, String text, Optional<Path> state);

  /** Part of a manifest; a team that is responsible for one part plans and writes it alone. */
  public enum Part implements Worded {
    /** The site and, where the manifest names them, the update servers. */
    EVERYTHING,
    /** The site with its share, and no update server. */
    SITE,
    /**
     * The update servers alone. No package is read, and no site is asked except for its software
     * update point, if that serves a ring.
     */
    WSUS;

    /** Whether the part includes the site. */
    public boolean hasSite() {
      return this != WSUS;
    }

    /** Whether the part includes update servers. */
    public boolean hasUpdateServers() {
      return this != SITE;
    }
  }

  /**
   * A session with its connections.
   *
   * @param share the way in which the content share is reached, once it was; empty where it needs
   *     no mention
   * @param traffic counts of the requests to each server of the site so far
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

  /** Connections of a session. */
  @FunctionalInterface
  interface Connections {
    /** Closes the connections. */
    void close();
  }
}
