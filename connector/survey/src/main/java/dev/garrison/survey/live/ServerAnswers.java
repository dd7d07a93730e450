package dev.garrison.survey.live;

import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of one server so far. The first answer to each question is kept. */
final class ServerAnswers {
  /** Value that onboards; its content is a secret. */
  static final String ONBOARDING_INFO = "OnboardingInfo";

  /** Value that offboards, as the packages of the portal name it; its content is a secret. */
  static final String OFFBOARDING_VALUE = "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A";

  private static final String STATE = "OnboardingState";
  private static final String TENANT = "OrgId";
  private static final String SENSE = "Sense";
  private static final String NUMBER = "[0-9]{1,9}";

  /** Value for a state that is not a number, as inventory spells it; it is never a known state. */
  private static final long NO_NUMBER = 0xFFFF_FFFFL;

  /** Folder of an updated sensor; its last part is the sensor's version. */
  private static final Pattern VERSION_FOLDER =
      Pattern.compile("(?i).*\\\\Platform\\\\([0-9]+(?:\\.[0-9]+){3})(?:-[0-9]+)?\\\\?");

  private final AntivirusProducts products;
  private final Map<String, String> registry = new HashMap<>();
  private final Map<String, LiveService> services = new HashMap<>();
  private final Map<String, String> startModes = new HashMap<>();
  private boolean sensorTold;
  private boolean servicesTold;
  private boolean antivirusTold;
  private boolean fileTold;
  private @Nullable String forcePassive;
  private @Nullable String disabledByPolicy;
  private @Nullable String runningMode;
  private @Nullable String platform;
  private @Nullable String version;
  private @Nullable String realTime;
  private @Nullable String other;
  private @Nullable String location;
  private @Nullable Set<String> orders;

  /**
   * @param products known products of other makers
   */
  ServerAnswers(AntivirusProducts products) {
    this.products = products;
  }

  void sensor(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      registry.putIfAbsent(cell(row, "Property"), cell(row, "Value"));
    }
    sensorTold = true;
  }

  void services(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      services.putIfAbsent(cell(row, "Name"), service(row));
      startModes.putIfAbsent(cell(row, "Name"), cell(row, "StartMode"));
    }
    servicesTold |= !rows.isEmpty();
  }

  private static LiveService service(Map<String, String> row) {
    if (cell(row, "State").equalsIgnoreCase("Running")) {
      return LiveService.RUNNING;
    }
    return cell(row, "StartMode").equalsIgnoreCase("Disabled")
        ? LiveService.DISABLED
        : LiveService.STOPPED;
  }

  /** StartMode of the service Sense; empty where it was not told. */
  String senseStarts() {
    return startModes.getOrDefault(SENSE, "");
  }

  void passive(List<Map<String, String>> rows) {
    forcePassive = forcePassive == null ? value(rows) : forcePassive;
  }

  void policy(List<Map<String, String>> rows) {
    disabledByPolicy = disabledByPolicy == null ? value(rows) : disabledByPolicy;
  }

  private static String value(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> cell(row, "Value"))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(LiveAnswer.NOT_SET);
  }

  void antivirus(List<Map<String, String>> rows) {
    antivirusTold = true;
    for (Map<String, String> row : rows) {
      runningMode = runningMode == null ? cell(row, "AMRunningMode") : runningMode;
      platform = platform == null ? cell(row, "AMProductVersion") : platform;
      realTime = realTime == null ? cell(row, "RealTimeProtectionEnabled") : realTime;
    }
  }

  /** Services of other antivirus products; an answer without any row is none. */
  void others(List<Map<String, String>> rows) {
    if (other == null && !rows.isEmpty()) {
      other =
          rows.stream()
              .filter(row -> cell(row, "State").equalsIgnoreCase("Running"))
              .flatMap(row -> products.of(Sign.SERVICE, cell(row, "Name")).stream())
              .filter(product -> product.kind() == Kind.ANTIVIRUS)
              .map(AntivirusProduct::product)
              .findFirst()
              .orElse(LiveAnswer.NONE);
    }
  }

  void location(List<Map<String, String>> rows) {
    location = location == null ? value(rows) : location;
  }

  void file(List<Map<String, String>> rows) {
    fileTold = true;
    for (Map<String, String> row : rows) {
      version = version == null ? cell(row, "Version") : version;
    }
  }

  /** Names of the values that exist; an answer without any row is none. */
  void orders(List<Map<String, String>> rows) {
    if (orders == null && !rows.isEmpty()) {
      orders =
          rows.stream()
              .map(row -> cell(row, "Property").toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
    }
  }

  boolean hasOrders() {
    return orders != null;
  }

  private Optional<Boolean> exists(String value) {
    return Optional.ofNullable(orders).map(names -> names.contains(value.toLowerCase(Locale.ROOT)));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  /** Checks whether the essential questions are answered. A part of them is no answer. */
  boolean isAnswer() {
    return sensorTold && servicesTold;
  }

  /** Checks whether all questions are answered, apart from {@link #hasOrders()}. */
  boolean isComplete() {
    return isAnswer()
        && forcePassive != null
        && disabledByPolicy != null
        && antivirusTold
        && other != null
        && location != null
        && fileTold;
  }

  private long state() {
    String state = registry.getOrDefault(STATE, "");
    if (state.isEmpty()) {
      return 0;
    }
    return state.matches(NUMBER) ? Long.parseLong(state) : NO_NUMBER;
  }

  private String tenant() {
    return registry.getOrDefault(TENANT, "");
  }

  private LiveService of(String service) {
    return services.getOrDefault(service, LiveService.MISSING);
  }

  /**
   * State of the sensor.
   *
   * @param lastConnected this time as inventory reports it
   */
  Sensor sensor(Instant now, Optional<Instant> lastConnected) {
    return new Sensor(
        state(), tenant(), of(SENSE) == LiveService.RUNNING, lastConnected, Optional.of(now));
  }

  /** All other answers. */
  LiveAnswer answer(Instant now) {
    return new LiveAnswer(
        now,
        of(SENSE),
        of("WinDefend"),
        given(forcePassive),
        given(disabledByPolicy),
        given(runningMode),
        given(platform),
        sensorVersion(),
        given(realTime).flatMap(ServerAnswers::truth),
        given(other),
        exists(ONBOARDING_INFO),
        exists(OFFBOARDING_VALUE));
  }

  private Optional<String> sensorVersion() {
    return given(location)
        .map(VERSION_FOLDER::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .or(() -> given(version));
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }
}
