package dev.garrison.wsus.problem;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import java.util.Optional;

/** Checks that the answering server is the one that the manifest names. */
public final class OtherServer {
  private OtherServer() {}

  /**
   * Refuses a server with another ID than {@code serverId} in the manifest, where that is given.
   */
  public static void refuse(WsusServer named, ServerConfiguration answering) {
    problem(named, answering)
        .ifPresent(problem -> {
          throw new RefusalException(problem);
        });
  }

  /** Reports a server with another ID as a problem; empty where the ID matches or is not given. */
  public static Optional<Diagnostic> problem(WsusServer named, ServerConfiguration answering) {
    return named
        .serverId()
        .filter(id -> !id.equals(answering.serverId()))
        .map(id ->
            Diagnostic.error(
                WsusCode.OTHER_UPDATE_SERVER,
                Message.of(
                    "update-server.other",
                    "server",
                    named.name(),
                    "found",
                    answering.serverId(),
                    "expected",
                    id)));
  }
}
