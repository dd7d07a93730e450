package dev.garrison.survey.update;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.wsus.servers.WsusAccess;
import java.nio.file.Path;

/** How the update servers of a manifest, and its site, are reached. */
public interface UpdateAccess extends WsusAccess {
  /** The site, whose software update point may serve rings; closed with this. */
  AdminService site();

  /** Opens it. */
  @FunctionalInterface
  interface Opening extends WsusAccess.Opening {
    @Override
    UpdateAccess open(Path manifest);
  }
}
