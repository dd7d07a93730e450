package dev.garrison.fleet.readiness;

import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.operatingsystem.OtherWindows;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a server's operating system is one that is onboarded. A server of another one is
 * never targeted by a deployment.
 *
 * @param systems those of the manifest
 * @param beyondSite releases for which the site is too old, each with the site version that it
 *     needs
 */
public record SystemFit(Set<OperatingSystem> systems, Map<OperatingSystem, String> beyondSite) {
  private static final String EXCLUDE =
      " or leave the server out ('exceptions', or the ring's 'exclude').";

  public SystemFit {
    systems = Set.copyOf(systems);
    beyondSite = Map.copyOf(beyondSite);
  }

  /**
   * Reason why a server of this system is not onboarded.
   *
   * @param why a clause
   */
  public record Misfit(String why, String remedy) {}

  /** Checks whether servers of this system are onboarded. */
  boolean isMeant(OperatingSystem system) {
    return systems.contains(system) && !beyondSite.containsKey(system);
  }

  /**
   * Result for one server; empty where its system is onboarded, and where it is not known.
   *
   * @param caption as inventory names the system; empty where it is not known
   */
  public Optional<Misfit> of(String caption) {
    if (caption.isEmpty()) {
      return Optional.empty();
    }
    Optional<OperatingSystem> known = OperatingSystem.ofCaption(caption);
    if (known.isEmpty()) {
      return Optional.of(new Misfit(other(caption), "Upgrade Windows," + EXCLUDE));
    }
    OperatingSystem system = known.get();
    String needed = beyondSite.get(system);
    if (needed != null) {
      return Optional.of(
          new Misfit(
              "Windows Server %s needs site version %s".formatted(system.title(), needed),
              "Update the site," + EXCLUDE));
    }
    return isMeant(system)
        ? Optional.empty()
        : Optional.of(
            new Misfit(
                "Windows Server %s is not in the manifest's 'operatingSystems'"
                    .formatted(system.title()),
                "Add '%s' there,".formatted(system.word()) + EXCLUDE));
  }

  private static String other(String caption) {
    return switch (OtherWindows.of(caption)) {
      case SEMI_ANNUAL_CHANNEL ->
          "%s is a release of the Semi-Annual Channel, which is Server Core; these are not among the systems that Garrison onboards"
              .formatted(caption);
      case STORAGE_SERVER ->
          "%s is Windows Storage Server, which is not among the systems that Garrison onboards"
              .formatted(caption);
      case OTHER -> "%s is not among the systems that Garrison onboards".formatted(caption);
    };
  }
}
