package dev.garrison.survey.update;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.wsus.servers.WsusAccess;
import java.nio.file.Path;

/** Access to the update servers of a manifest, and its site. */
public interface UpdateAccess extends WsusAccess {
  /** Site whose software update point may serve rings; closed with this. */
  AdminService site();

  /** Opens the access. */
  @FunctionalInterface
  interface Opening extends WsusAccess.Opening {
    @Override
    UpdateAccess open(Path manifest);
  }
}
