package dev.garrison.fleet;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts about one server, in the short form of the table {@code server-facts.txt}. Times are hours
 * of one day.
 *
 * @param system release of Windows Server; - for none
 * @param ring active or passive
 * @param client ok, silent, none, obsolete, or - for no record; with the time of inventory, and ^
 *     with InstallDate
 * @param sensor OnboardingState/tenant/runs or stopped, or the state alone; - for no report
 * @param services what inventory tells of services: none, states (their State is sent), sense,
 *     sense:StartMode, defender, defender:runs, defender:stopped; - where it tells nothing
 * @param antivirus mode=AMRunningMode, rtp=on or off, sent=on or off (Endpoint Protection),
 *     sent-av=off, runs=product, installed=product, stated=product; - for nothing
 * @param deployed StatusType/EnforcementState/error@time of the onboarding deployment; - for none
 * @param mode the same of the antivirus mode's deployment
 * @param live the server's own answer at 20 o'clock: sense, defender, force, policy, mode, rtp,
 *     other, info, off; - where it was not asked
 */
record FactsOfAServer(
    String system,
    String ring,
    String client,
    String sensor,
    String services,
    String antivirus,
    String deployed,
    String mode,
    String live) {
  static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final String OTHER_TENANT = "77aa0000-0000-4000-8000-000000000003";
  private static final List<String> RINGS = List.of("active", "passive");

  /** An empty fleet with a ring of each mode. */
  static Fleet rings() {
    return new Fleet(RINGS, Set.of("passive"));
  }

  /** Adds the server to a fleet; its row. */
  int addTo(Fleet fleet, long id) {
    int row = fleet.add(id, "SRV" + id);
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(RINGS.indexOf(ring), members);
    String[] known = client.split("[@^]", -1);
    if (!client.equals("-")) {
      fleet.presence(
          row,
          new Presence(
              !known[0].equals("none"),
              known[0].equals("ok"),
              known[0].equals("obsolete"),
              "5.00.9128.1007",
              known.length > 1 ? Optional.of(hour(known[1])) : Optional.empty()));
    }
    if (!system.equals("-")) {
      fleet.system(
          row,
          "Microsoft Windows Server " + system + " Standard",
          known.length > 2 ? Optional.of(hour(known[2])) : Optional.empty());
    }
    addSensor(fleet, row);
    addServices(fleet, row);
    addAntivirus(fleet, row);
    status(deployed)
        .ifPresent(status -> {
          fleet.onboarding(row, RINGS.indexOf(ring), status);
          fleet.onboardingError(row, status.errorCode());
        });
    status(mode)
        .ifPresent(status -> {
          fleet.beside(CompanionState.ANTIVIRUS_MODE, row, status);
          fleet.besideError(CompanionState.ANTIVIRUS_MODE, row, status.errorCode());
        });
    addAnswer(fleet, row);
    return row;
  }

  /** Whether Windows was certainly installed again after the deployment reported. */
  boolean isReinstalled() {
    return client.contains("^") && deployed.endsWith("@0");
  }

  /** Whether the last thing that is known is that an attempt failed. */
  boolean lastAttemptFailed() {
    return deployed.startsWith("5/") && !(isLater() && sensor.startsWith("1/ours"));
  }

  /** Whether the last thing that is known is that the sensor reports to another tenant. */
  boolean belongsElsewhere() {
    return sensor.startsWith("1/other") && !succeededLater();
  }

  /** Whether the last thing that is known is that the sensor is not onboarded. */
  boolean isOffboarded() {
    return (sensor.equals("0") && !succeededLater())
        || (sensor.equals("-") && !deployed.startsWith("1/100"));
  }

  /** Whether all that reports is a sensor on 2012 R2 or 2016 that has no service of its own. */
  boolean hasOnlyTheLegacySensor() {
    boolean agent =
        live.equals("-") ? services.contains("sense:Auto") : !live.contains("sense=missing");
    boolean told = !services.equals("-") || live.contains("sense=missing");
    return (system.equals("2012 R2") || system.equals("2016"))
        && sensor.startsWith("1/ours")
        && told
        && !agent
        && !services.contains("sense defender")
        && !succeededLater();
  }

  /** Whether the latest facts show nothing that protects, two that fight, or the wrong mode. */
  boolean isUnprotected() {
    boolean asked = !live.equals("-");
    boolean since =
        sensor.startsWith("1/ours")
            && (services.contains("sense:Auto")
                || !(system.equals("2012 R2") || system.equals("2016")));
    boolean bare =
        services.contains("states") && !services.contains("defender") && antivirus.equals("-");
    boolean fighting = antivirus.contains("mode=Normal rtp=on") && antivirus.contains("runs=ESET");
    boolean alone = antivirus.equals("mode=Passive_Mode");
    return asked
        ? live.contains("mode=Normal rtp=on other=ESET")
            || (live.contains("mode=Passive_Mode rtp=off force=1 other=none")
                && !antivirus.contains("stated"))
            || (ring.equals("active") && live.contains("mode=Passive_Mode"))
            || (ring.equals("passive") && live.contains("mode=Normal"))
            || (ring.equals("active") && live.contains("mode=Not_running"))
        : since && (bare || fighting || alone);
  }

  boolean reportsOurTenant() {
    return sensor.startsWith("1/ours");
  }

  /** Whether the ring's antivirus mode could not be set. */
  boolean modeFailed() {
    return mode.startsWith("5/");
  }

  private boolean succeededLater() {
    return deployed.startsWith("1/1000")
        && live.equals("-")
        && client.contains("@")
        && deployed.contains("@")
        && hourOf(client) < hourOf(deployed);
  }

  /** Whether the sensor's report is later than the deployment's. */
  private boolean isLater() {
    return deployed.contains("@")
        && (!live.equals("-") || (client.contains("@") && hourOf(deployed) < hourOf(client)));
  }

  private static int hourOf(String text) {
    return Integer.parseInt(text.substring(text.indexOf('@') + 1).replaceFirst("\\^.*", ""));
  }

  private void addSensor(Fleet fleet, int row) {
    if (sensor.equals("-")) {
      return;
    }
    String[] parts = sensor.split("/", -1);
    fleet.sensor(
        row,
        new Sensor(
            Long.parseLong(parts[0]),
            parts.length == 1 ? "" : tenant(parts[1]),
            parts.length > 2 && parts[2].equals("runs"),
            Optional.empty(),
            live.equals("-") ? Optional.empty() : Optional.of(hour("20"))));
  }

  private static String tenant(String word) {
    return switch (word) {
      case "ours" -> TENANT.toUpperCase(Locale.ROOT);
      case "other" -> OTHER_TENANT;
      default -> "";
    };
  }

  private void addServices(Fleet fleet, int row) {
    if (services.equals("-")) {
      return;
    }
    fleet.facts().servicesTold(row);
    for (String service : services.split(" ", -1)) {
      switch (service.split(":", -1)[0]) {
        case "none" -> {}
        case "states" -> fleet.antivirus().statesTold(row);
        case "sense" -> {
          fleet.facts().service(row, Service.SENSE, false);
          fleet.antivirus().senseStarts(row, after(service));
        }
        case "defender" -> {
          fleet.facts().service(row, Service.DEFENDER, false);
          String state = after(service);
          fleet
              .antivirus()
              .defender(
                  row, state.isEmpty() ? Optional.empty() : Optional.of(state.equals("runs")));
        }
        default -> throw new IllegalArgumentException(service);
      }
    }
  }

  private static String after(String service) {
    return service.contains(":") ? service.substring(service.indexOf(':') + 1) : "";
  }

  private void addAntivirus(Fleet fleet, int row) {
    Map<String, String> facts = pairs(antivirus);
    if (facts.containsKey("mode") || facts.containsKey("rtp")) {
      fleet.antivirus().custom(row, text(facts, "mode").orElse(""), onOff(facts, "rtp"));
    }
    onOff(facts, "sent").ifPresent(on -> fleet.antivirus().sentRealTime(row, on));
    onOff(facts, "sent-av").ifPresent(on -> fleet.antivirus().sentAntivirus(row, on));
    text(facts, "runs").ifPresent(product -> fleet.antivirus().other(row, product, true));
    text(facts, "installed").ifPresent(product -> fleet.antivirus().other(row, product, false));
    text(facts, "stated").ifPresent(product -> fleet.antivirus().stated(row, product, false));
  }

  private void addAnswer(Fleet fleet, int row) {
    if (live.equals("-")) {
      return;
    }
    Map<String, String> facts = pairs(live);
    fleet.answered(
        row,
        new LiveAnswer(
            hour("20"),
            service(facts, "sense"),
            service(facts, "defender"),
            text(facts, "force"),
            text(facts, "policy"),
            text(facts, "mode"),
            Optional.empty(),
            Optional.empty(),
            onOff(facts, "rtp"),
            text(facts, "other"),
            text(facts, "info").map("yes"::equals),
            text(facts, "off").map("yes"::equals)));
  }

  private static LiveService service(Map<String, String> facts, String name) {
    return LiveService.valueOf(facts.getOrDefault(name, "running").toUpperCase(Locale.ROOT));
  }

  private static Optional<String> text(Map<String, String> facts, String name) {
    return Optional.ofNullable(facts.get(name)).map(value -> value.replace('_', ' '));
  }

  private static Optional<Boolean> onOff(Map<String, String> facts, String name) {
    return text(facts, name).map("on"::equals);
  }

  private static Map<String, String> pairs(String text) {
    return text.equals("-")
        ? Map.of()
        : Arrays.stream(text.split(" ", -1))
            .map(pair -> pair.split("=", -1))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static Optional<DeploymentStatus> status(String text) {
    if (text.equals("-")) {
      return Optional.empty();
    }
    String[] parts = text.split("[/@]", -1);
    return Optional.of(
        new DeploymentStatus(
            Long.parseLong(parts[0]),
            Long.parseLong(parts[1]),
            Long.parseLong(parts[2]),
            "",
            parts.length > 3 ? Optional.of(hour(parts[3])) : Optional.empty()));
  }

  private static Instant hour(String hour) {
    return Instant.parse("2026-11-24T%2s:00:00Z".formatted(hour).replace(' ', '0'));
  }
}
