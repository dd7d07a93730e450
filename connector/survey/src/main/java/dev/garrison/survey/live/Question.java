package dev.garrison.survey.live;

import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.language.Text;
import dev.garrison.manifest.AntivirusProduct.Sign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions to servers. Each query is short and reads only the values that it names: the key of the
 * policies also contains the onboarding blob, which is a secret.
 *
 * <p>An empty answer of a server cannot be distinguished from no answer. So the sensor's state is
 * joined to the device, and the services are asked for together with one that every client has.
 * Where a site refuses such a query, as those before 2603 do with some, a simpler one is sent, as
 * administrators write them (microsoft/configmgr-hub, objects/CMPivotQuery).
 *
 * <p>The update of the sensor (KB5005292) moves it below ProgramData, into a folder that is named
 * for its version. The registry value InstallLocation tells the folder in use; the file below
 * Program Files counts only where that value names no version.
 */
enum Question {
  SENSOR(
      "live-question.sensor",
      joined(Question.STATUS, "(Property == 'OnboardingState') or (Property == 'OrgId')"),
      "Registry('HKLM:\\%s')".formatted(Question.STATUS)),
  SERVICES(
      "live-question.services",
      "Service | where (Name == 'CcmExec') or (Name == 'Sense') or (Name == 'WinDefend')"
          + " | project Device, Name, State, StartMode",
      "Service"),
  PASSIVE(
      "live-question.passive",
      joined(Question.POLICY, Question.IS_PASSIVE),
      "Registry('HKLM:\\%s') | where %s".formatted(Question.POLICY, Question.IS_PASSIVE)),
  POLICY_OFF(
      "live-question.policy",
      joined(Question.DEFENDER_POLICY, Question.IS_OFF),
      "Registry('HKLM:\\%s') | where %s".formatted(Question.DEFENDER_POLICY, Question.IS_OFF)),
  ANTIVIRUS(
      "live-question.antivirus",
      "EPStatus | project Device, AMRunningMode, AMProductVersion, RealTimeProtectionEnabled",
      "EPStatus"),
  /** Question whose query is made of the known products; the simpler one leaves no service out. */
  OTHERS("live-question.others", "", "Service"),
  LOCATION(
      "live-question.location",
      joined(Question.SENSOR_KEY, Question.IS_LOCATION),
      "Registry('HKLM:\\%s') | where %s".formatted(Question.SENSOR_KEY, Question.IS_LOCATION)),
  FILE(
      "live-question.file",
      Question.SENSOR_FILE + " | project Device, FileName, Version",
      Question.SENSOR_FILE),
  /**
   * Question for the values that change onboarding. Both are secrets, so their names are projected
   * before the join, and no query without that is ever sent.
   */
  ORDERS(
      "live-question.orders",
      joined(Question.POLICY, Question.IS_ORDER + " | project Device, Property"),
      "");

  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String IS_PASSIVE = "Property == 'ForceDefenderPassiveMode'";
  private static final String IS_ORDER =
      "(Property == '"
          + ServerAnswers.ONBOARDING_INFO
          + "') or (Property == '"
          + ServerAnswers.OFFBOARDING_VALUE
          + "')";
  private static final String SENSOR_KEY =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection";
  private static final String IS_LOCATION = "Property == 'InstallLocation'";
  private static final String DEFENDER_POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final String IS_OFF = "Property == 'DisableAntiSpyware'";
  private static final String SENSOR_FILE =
      "File('C:\\\\Program Files\\\\Windows Defender Advanced Threat Protection\\\\MsSense.exe')";

  private final String subject;
  private final String query;
  private final String simpler;

  Question(String subject, String query, String simpler) {
    this.subject = subject;
    this.query = query;
    this.simpler = simpler;
  }

  private static String joined(String key, String condition) {
    return "Device | join kind=leftouter (Registry('HKLM:\\%s') | where %s)"
        .formatted(key, condition);
  }

  /** Subject of the question, for messages. */
  Text subject() {
    return Text.of(subject);
  }

  /** Query that is sent first. */
  String query(AntivirusProducts products) {
    return this == OTHERS ? others(products) : query;
  }

  /** Query that is sent where the site refuses the first one; empty where none may be sent. */
  Optional<String> simpler() {
    return Optional.of(simpler).filter(text -> !text.isEmpty());
  }

  private static String others(AntivirusProducts products) {
    return Stream.concat(equal(products), beginning(products))
        .collect(
            Collectors.joining(
                " or ",
                "Service | where (Name == 'CcmExec') or ",
                " | project Device, Name, State"));
  }

  private static Stream<String> equal(AntivirusProducts products) {
    return products.names(Sign.SERVICE).stream().map("(Name == '%s')"::formatted);
  }

  private static Stream<String> beginning(AntivirusProducts products) {
    return products.beginnings(Sign.SERVICE).stream().map("(Name startswith '%s')"::formatted);
  }

  /** Adds a device's answer to this question. */
  void into(ServerAnswers heard, List<Map<String, String>> rows) {
    switch (this) {
      case SENSOR -> heard.sensor(rows);
      case SERVICES -> heard.services(rows);
      case PASSIVE -> heard.passive(rows);
      case POLICY_OFF -> heard.policy(rows);
      case ANTIVIRUS -> heard.antivirus(rows);
      case OTHERS -> heard.others(rows);
      case LOCATION -> heard.location(rows);
      case FILE -> heard.file(rows);
      case ORDERS -> heard.orders(rows);
    }
  }
}
