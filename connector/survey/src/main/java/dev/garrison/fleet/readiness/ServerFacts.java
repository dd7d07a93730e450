package dev.garrison.fleet.readiness;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Facts about a server's Windows. An empty value is unknown; it never means present or missing.
 *
 * @param services the services that inventory sent
 * @param updates those of {@link Update} that inventory shows
 * @param freeMegabytes on drive C:
 * @param revision the last part of the build number
 * @param restartPending whether the client waits for a restart
 */
public record ServerFacts(
    Windows windows,
    Optional<Services> services,
    Optional<Set<Update>> updates,
    OptionalLong freeMegabytes,
    OptionalInt revision,
    Optional<Boolean> restartPending) {
  /**
   * Services of a server.
   *
   * @param installed those that exist
   * @param disabled those of them that do not start
   * @param otherAntivirus a product of another maker, by its service
   */
  public record Services(
      Set<Service> installed, Set<Service> disabled, Optional<String> otherAntivirus) {
    public Services {
      installed = Set.copyOf(installed);
      disabled = Set.copyOf(disabled);
    }

    boolean has(Service service) {
      return installed.contains(service);
    }

    /** Checks whether the service WinDefend exists and may start. */
    public boolean hasDefender() {
      return has(Service.DEFENDER) && !isDisabled(Service.DEFENDER);
    }

    boolean isDisabled(Service service) {
      return disabled.contains(service);
    }
  }
}
