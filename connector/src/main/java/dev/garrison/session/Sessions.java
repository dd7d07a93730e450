package dev.garrison.session;

import java.nio.file.Path;
import java.util.Optional;

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
  OpenSession open(Path manifest, Optional<Path> state);

  /**
   * A session with the connections behind it.
   *
   * @param connections closed with it
   */
  record OpenSession(Session session, Connections connections) implements AutoCloseable {
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
