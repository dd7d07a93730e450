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

/** Facts about one server as people read them. */
final class FactWords {
  private static final String UNKNOWN = "unknown";

  private FactWords() {}

  /** By what they are about. */
  static Map<String, String> of(ServerFacts facts) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "revision", facts.revision().isPresent() ? "" + facts.revision().getAsInt() : UNKNOWN);
    words.put("services", facts.services().map(FactWords::services).orElse(UNKNOWN));
    words.put("updates", facts.updates().map(FactWords::updates).orElse(UNKNOWN));
    words.put(
        "free on C:",
        facts.freeMegabytes().isPresent() ? facts.freeMegabytes().getAsLong() + " MB" : UNKNOWN);
    words.put(
        "restart",
        facts.restartPending().map(pending -> pending ? "pending" : "not pending").orElse(UNKNOWN));
    words.put("windows", windows(facts.windows()));
    return words;
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

  private static String windows(Windows windows) {
    if (windows.holds()) {
      return "the longest general one lasts %d minutes".formatted(windows.general());
    }
    return windows.others() ? "for software updates or task sequences only" : "none";
  }
}
