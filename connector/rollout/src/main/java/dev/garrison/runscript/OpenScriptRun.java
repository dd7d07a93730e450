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
  /** Opens it. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Reads the manifest and makes ready to speak with its site; nothing is sent yet.
     *
     * @param state the state folder; without one, {@code .garrison} beside the manifest
     * @throws dev.garrison.diagnostic.RefusalException with everything that is wrong with it
     */
    OpenScriptRun open(Path manifest, Optional<Path> state);
  }

  @Override
  public void close() {
    session.close();
  }
}
