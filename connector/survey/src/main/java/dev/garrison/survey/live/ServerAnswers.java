package dev.garrison.survey.live;

import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of one server so far. The first answer to each question is kept. */
final class ServerAnswers {
  private static final String STATE = "OnboardingState";
  private static final String TENANT = "OrgId";
  private static final String NUMBER = "[0-9]{1,9}";

  /** Value for a state that is not a number, as inventory spells it; it is never a known state. */
  private static final long NO_NUMBER = 0xFFFF_FFFFL;

  private final Map<String, String> registry = new HashMap<>();
  private final Map<String, LiveService> services = new HashMap<>();
  private boolean sensorTold;
  private boolean servicesTold;
  private boolean antivirusTold;
  private boolean fileTold;
  private @Nullable String forcePassive;
  private @Nullable String disabledByPolicy;
  private @Nullable String runningMode;
  private @Nullable String platform;
  private @Nullable String version;

  void sensor(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      registry.putIfAbsent(cell(row, "Property"), cell(row, "Value"));
    }
    sensorTold = true;
  }

  void services(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      services.putIfAbsent(cell(row, "Name"), service(row));
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
    }
  }

  void file(List<Map<String, String>> rows) {
    fileTold = true;
    for (Map<String, String> row : rows) {
      version = version == null ? cell(row, "Version") : version;
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  /** Checks whether the essential questions are answered. A part of them is no answer. */
  boolean isAnswer() {
    return sensorTold && servicesTold;
  }

  /** Checks whether all questions are answered. */
  boolean isComplete() {
    return isAnswer()
        && forcePassive != null
        && disabledByPolicy != null
        && antivirusTold
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
        state(), tenant(), of("Sense") == LiveService.RUNNING, lastConnected, Optional.of(now));
  }

  /** All other answers. */
  LiveAnswer answer(Instant now) {
    return new LiveAnswer(
        now,
        of("Sense"),
        of("WinDefend"),
        given(forcePassive),
        given(disabledByPolicy),
        given(runningMode),
        given(platform),
        given(version));
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }
}
