package dev.garrison.fleet.readiness;

import dev.garrison.language.Message;
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
  public SystemFit {
    systems = Set.copyOf(systems);
    beyondSite = Map.copyOf(beyondSite);
  }

  /**
   * Reason why a server of this system is not onboarded.
   *
   * @param why as a clause in English
   */
  public record Misfit(String why, String remedy) {
    private static Misfit of(Message message) {
      return new Misfit(message.problem().toString(), message.fix().toString());
    }
  }

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
      return Optional.of(Misfit.of(other(caption)));
    }
    OperatingSystem system = known.get();
    String needed = beyondSite.get(system);
    if (needed != null) {
      return Optional.of(
          Misfit.of(
              Message.of("server-check.system-site", "system", system.title(), "version", needed)));
    }
    return isMeant(system)
        ? Optional.empty()
        : Optional.of(
            Misfit.of(
                Message.of(
                    "server-check.system-not-listed",
                    "system",
                    system.title(),
                    "word",
                    system.word())));
  }

  private static Message other(String caption) {
    String key =
        switch (OtherWindows.of(caption)) {
          case SEMI_ANNUAL_CHANNEL -> "server-check.system-channel";
          case STORAGE_SERVER -> "server-check.system-storage";
          case OTHER -> "server-check.system-other";
        };
    return Message.of(key, "caption", caption);
  }
}
