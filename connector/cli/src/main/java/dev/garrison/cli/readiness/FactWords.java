package dev.garrison.cli.readiness;

import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.readiness.Windows;
import dev.garrison.language.DurationText;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts about one server in words. */
final class FactWords {
  private static final Text UNKNOWN = Text.of("server.unknown");

  private FactWords() {}

  /** All facts by name, in the order of the screen. */
  static Map<String, Text> of(ServerFacts facts) {
    Map<String, Text> words = new LinkedHashMap<>();
    words.put("revision", revision(facts));
    words.put("services", services(facts));
    words.put("updates", updates(facts));
    words.put("free on C:", free(facts));
    words.put("restart", restart(facts));
    words.put("windows", windows(facts));
    return words;
  }

  static Text revision(ServerFacts facts) {
    return facts.revision().isPresent()
        ? Text.verbatim(String.valueOf(facts.revision().getAsInt()))
        : UNKNOWN;
  }

  static Text services(ServerFacts facts) {
    return facts.services().map(FactWords::services).orElse(UNKNOWN);
  }

  static Text updates(ServerFacts facts) {
    return facts.updates().map(FactWords::updates).orElse(UNKNOWN);
  }

  static Text free(ServerFacts facts) {
    return facts.freeMegabytes().isPresent()
        ? Text.verbatim(facts.freeMegabytes().getAsLong() + " MB")
        : UNKNOWN;
  }

  static Text restart(ServerFacts facts) {
    return facts
        .restartPending()
        .map(pending -> Text.of(pending ? "facts.pending" : "facts.not-pending"))
        .orElse(UNKNOWN);
  }

  static Text windows(ServerFacts facts) {
    Windows windows = facts.windows();
    if (windows.holds()) {
      return Text.of(
          "facts.window", "length", DurationText.exact(Duration.ofMinutes(windows.general())));
    }
    return Text.of(windows.others() ? "facts.other-windows" : "facts.no-window");
  }

  private static Text services(Services services) {
    List<Text> names =
        services.installed().stream().sorted().map(service -> name(services, service)).toList();
    Text known =
        names.isEmpty()
            ? Text.of("facts.no-service")
            : Text.of("facts.service-names", "services", names);
    return services
        .otherAntivirus()
        .map(product -> Text.of("facts.services", "services", known, "antivirus", product))
        .orElse(known);
  }

  private static Text name(Services services, Service service) {
    return services.disabled().contains(service)
        ? Text.of("facts.service-disabled", "service", service.serviceName())
        : Text.verbatim(service.serviceName());
  }

  private static Text updates(Set<Update> updates) {
    return Text.listed(updates.stream().sorted().map(Update::name).map(Text::verbatim).toList());
  }
}
