package dev.garrison.cli.readiness;

import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.readiness.Windows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about one server in words. */
final class FactWords {
  private static final String UNKNOWN = "unknown";

  private FactWords() {}

  /** All facts by name, in the order of the screen. */
  static Map<String, String> of(ServerFacts facts) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("revision", revision(facts));
    words.put("services", services(facts));
    words.put("updates", updates(facts));
    words.put("free on C:", free(facts));
    words.put("restart", restart(facts));
    words.put("windows", windows(facts));
    return words;
  }

  static String revision(ServerFacts facts) {
    return facts.revision().isPresent() ? "" + facts.revision().getAsInt() : UNKNOWN;
  }

  static String services(ServerFacts facts) {
    return facts.services().map(FactWords::services).orElse(UNKNOWN);
  }

  static String updates(ServerFacts facts) {
    return facts.updates().map(FactWords::updates).orElse(UNKNOWN);
  }

  static String free(ServerFacts facts) {
    return facts.freeMegabytes().isPresent() ? facts.freeMegabytes().getAsLong() + " MB" : UNKNOWN;
  }

  static String restart(ServerFacts facts) {
    return facts
        .restartPending()
        .map(pending -> pending ? "pending" : "not pending")
        .orElse(UNKNOWN);
  }

  static String windows(ServerFacts facts) {
    Windows windows = facts.windows();
    if (windows.holds()) {
      return "the longest general one lasts %d minutes".formatted(windows.general());
    }
    return windows.others() ? "for software updates or task sequences only" : "none";
  }

  private static String services(Services services) {
    String names =
        services.installed().stream()
            .sorted()
            .map(service -> service.serviceName() + state(services, service))
            .collect(Collectors.joining(", "));
    String known = names.isEmpty() ? "none of those looked for" : names;
    return services.otherAntivirus().map(product -> known + "; " + product).orElse(known);
  }

  private static String state(Services services, Service service) {
    return services.disabled().contains(service) ? " (disabled)" : "";
  }

  private static String updates(Set<Update> updates) {
    return updates.stream().sorted().map(Update::name).collect(Collectors.joining(", "));
  }
}
