package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.UpdateServer;

/**
 * Checks that run before every write to an update server. The manifest must allow writes, the
 * server must be the one that the manifest names, its clock must be right, it must be set up and
 * not be a replica, and the account must be an administrator there.
 */
public final class WritePermission {
  private final UpdateServerPool pool;

  public WritePermission(UpdateServerPool pool) {
    this.pool = pool;
  }

  /**
   * Opens the server if it may be written to now.
   *
   * @throws RefusalException if a check fails
   */
  public UpdateServer open(WsusServer named) {
    pool.stopped(named)
        .ifPresent(why -> {
          throw new RefusalException(why);
        });
    if (named.writes().isEmpty() || named.owner() != WsusServer.Owner.WSUS) {
      throw refusal(
          WsusCode.WRITES_NOT_ALLOWED,
          Message.of("wsus-write.not-allowed", "server", named.name()));
    }
    UpdateServer server = pool.of(named);
    ServerConfiguration configuration = server.configuration();
    OtherServer.refuse(named, configuration);
    server
        .clock()
        .objection()
        .ifPresent(objection -> {
          pool.stop(named, objection);
          throw new RefusalException(objection);
        });
    if (configuration.isReplica() || !configuration.isSetUp()) {
      throw refusal(
          WsusCode.WRITES_NOT_ALLOWED,
          Message.of(
              configuration.isReplica() ? "wsus-write.replica" : "wsus-write.not-set-up",
              "server",
              named.name()));
    }
    // Where another account writes, the server judges it when it does.
    UserRole role = named.readerWrites() ? server.role() : UserRole.ADMINISTRATOR;
    if (role != UserRole.ADMINISTRATOR) {
      throw refusal(
          WsusCode.WRITER_IS_NO_ADMINISTRATOR,
          Message.of(
              role == UserRole.REPORTER ? "wsus-write.reporter" : "wsus-write.no-member",
              "server",
              named.name()));
    }
    return server;
  }

  /**
   * Opens the server for a write that requires that no synchronization runs.
   *
   * @throws RefusalException if a check fails
   */
  public UpdateServer openAtRest(WsusServer named) {
    UpdateServer server = open(named);
    if (server.syncState().isRunning()) {
      throw refusal(
          WsusCode.SERVER_SYNCHRONISING,
          Message.of("wsus-write.synchronizing", "server", named.name()));
    }
    return server;
  }

  /**
   * Stops all further writes to a server that did something other than requested.
   *
   * @return the exception to be thrown
   */
  public RefusalException stop(WsusServer named, Text what) {
    Diagnostic problem =
        Diagnostic.error(
            WsusCode.READ_BACK_OTHER, new Message(what, Text.of("wsus-write.stopped")));
    pool.stop(named, problem);
    return new RefusalException(problem);
  }

  private static RefusalException refusal(WsusCode code, Message message) {
    return new RefusalException(Diagnostic.error(code, message));
  }
}
