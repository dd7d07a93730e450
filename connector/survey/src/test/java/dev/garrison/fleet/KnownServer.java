package dev.garrison.fleet;

import dev.garrison.fleet.antivirus.KnownAntivirus;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Optional;

/** Servers of active rings that were not asked themselves. */
public final class KnownServer {
  private KnownServer() {}

  /** A server with nothing of settings and antivirus. */
  public static Server of(
      long id,
      String name,
      String ring,
      String system,
      Optional<Presence> presence,
      Optional<DeploymentStatus> onboarding,
      Optional<DeploymentStatus> mode,
      Optional<Sensor> sensor) {
    return new Server(
        id,
        name,
        ring,
        system,
        presence,
        Optional.empty(),
        onboarding,
        mode,
        Optional.empty(),
        sensor,
        false,
        KnownAntivirus.NOT_TOLD,
        Antivirus.ACTIVE);
  }
}
