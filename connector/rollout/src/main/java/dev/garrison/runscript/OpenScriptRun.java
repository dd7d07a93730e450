package dev.garrison.runscript;

import dev.garrison.session.Sessions.OpenSession;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The test for one manifest, with the session behind it.
 *
 * @param session closed with it
 */
public record OpenScriptRun(ScriptRunner test, OpenSession session) implements AutoCloseable {
  /** Opens the test for a manifest. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Reads the manifest and prepares the connection to its site; nothing is sent yet.
     *
     * @param state the state folder; without one, {@code .garrison} next to the manifest
     * @throws dev.garrison.diagnostic.RefusalException with everything that is wrong with it
     */
    OpenScriptRun open(Path manifest, Optional<Path> state);
  }

  @Override
  public void close() {
    session.close();
  }
}
