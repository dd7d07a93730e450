package dev.garrison.probe.outcome;

import dev.garrison.language.Text;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of checks and sections for people; programs read the stable names. */
final class ProbeLabel {
  private static final String CHECK = "probe-label.";
  private static final String SECTION = "probe-title.";

  private static final Map<String, Text> KNOWN =
      Stream.of(
              "probe-label.name",
              "probe-label.port",
              "probe-label.certificate",
              "probe-label.clock",
              "probe-label.sign-in",
              "probe-label.site",
              "probe-label.session",
              "probe-label.rights",
              "probe-label.version",
              "probe-label.route",
              "probe-label.capabilities",
              "probe-label.properties",
              "probe-label.collections",
              "probe-label.point-groups",
              "probe-label.client-settings",
              "probe-label.deployments",
              "probe-label.content",
              "probe-label.distribution",
              "probe-label.synchronisation",
              "probe-label.product",
              "probe-label.groups",
              "probe-label.rules",
              "probe-label.health",
              "probe-label.rows",
              "probe-label.operations",
              "probe-label.configuration",
              "probe-label.access-list",
              "probe-label.inherited-list",
              "probe-label.replaced-file",
              "probe-label.long-path",
              "probe-label.console",
              "probe-label.event-log",
              "probe-label.ticket",
              "probe-title.AdminService",
              "probe-title.Site",
              "probe-title.Answers",
              "probe-title.Share")
          .collect(Collectors.toUnmodifiableMap(key -> key, key -> Text.of(key)));

  private ProbeLabel() {}

  /** Name of a check; the number of an article stays as written. */
  static Text of(String label) {
    return known(CHECK + label.replace(' ', '-'), label);
  }

  /** Title of a section; a product's name stays as written. */
  static Text title(String title) {
    return known(SECTION + title, title);
  }

  private static Text known(String key, String otherwise) {
    return KNOWN.getOrDefault(key, Text.verbatim(otherwise));
  }
}
