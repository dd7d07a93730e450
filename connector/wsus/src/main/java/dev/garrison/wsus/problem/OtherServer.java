package dev.garrison.wsus.problem;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import java.util.Optional;

/** Whether the server that answers is the one that the manifest means. */
public final class OtherServer {
  private OtherServer() {}

  /** Refuses another one than the manifest's {@code serverId} says, where it says one. */
  public static void refuse(WsusServer named, ServerConfiguration answering) {
    problem(named, answering)
        .ifPresent(problem -> {
          throw new RefusalException(problem);
        });
  }

  /** The same as a problem; empty where it is the one. */
  public static Optional<Diagnostic> problem(WsusServer named, ServerConfiguration answering) {
    return named
        .serverId()
        .filter(id -> !id.equals(answering.serverId()))
        .map(id ->
            Diagnostic.error(
                WsusCode.OTHER_UPDATE_SERVER,
                "This is another server: the manifest says %s.".formatted(id),
                "Find out what answers at that address. If the server was set up anew, correct"
                    + " 'serverId'."));
  }
}
