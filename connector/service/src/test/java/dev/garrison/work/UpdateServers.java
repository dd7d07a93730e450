package dev.garrison.work;

import dev.garrison.connection.ServerInspection;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The update servers of a manifest, of which each is opened as a test says. */
final class UpdateServers implements WsusAccess {
  private final Manifest manifest;
  private final Function<WsusServer, UpdateServer> opening;
  final List<String> opened = new CopyOnWriteArrayList<>();
  int closed;

  UpdateServers(Manifest manifest, Function<WsusServer, UpdateServer> opening) {
    this.manifest = manifest;
    this.opening = opening;
  }

  /** None answers. */
  static UpdateServers silent(Manifest manifest) {
    return new UpdateServers(
        manifest,
        server -> {
          throw new RefusalException(
              Diagnostic.error(
                  EngineCode.OBJECT_UNREADABLE, server.name() + " is silent.", "Start it."));
        });
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public ServerInspection inspection(WsusServer server) {
    throw new AssertionError("no job inspects a server");
  }

  @Override
  public UpdateServer open(WsusServer server) {
    opened.add(server.name());
    return opening.apply(server);
  }

  @Override
  public void close() {
    closed++;
  }
}
