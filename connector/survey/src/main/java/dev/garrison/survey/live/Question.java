package dev.garrison.survey.live;

import java.util.List;
import java.util.Map;

/**
 * Questions to servers. Each query is short and reads only the values that it names: the key of the
 * policies also contains the onboarding blob, which is a secret.
 *
 * <p>An empty answer of a server cannot be distinguished from no answer. So the sensor's state is
 * joined to the device, and the services are asked for together with one that every client has.
 * Where a site refuses such a query, as those before 2603 do with some, a simpler one is sent, as
 * administrators write them (microsoft/configmgr-hub, objects/CMPivotQuery).
 */
enum Question {
  SENSOR(
      "the sensor's state and tenant",
      joined(Question.STATUS, "(Property == 'OnboardingState') or (Property == 'OrgId')"),
      "Registry('HKLM:\\%s')".formatted(Question.STATUS)),
  SERVICES(
      "the services Sense and WinDefend",
      "Service | where (Name == 'CcmExec') or (Name == 'Sense') or (Name == 'WinDefend')"
          + " | project Device, Name, State, StartMode",
      "Service"),
  PASSIVE(
      "ForceDefenderPassiveMode",
      joined(Question.POLICY, Question.IS_PASSIVE),
      "Registry('HKLM:\\%s') | where %s".formatted(Question.POLICY, Question.IS_PASSIVE)),
  POLICY_OFF(
      "the policy DisableAntiSpyware",
      joined(Question.DEFENDER_POLICY, Question.IS_OFF),
      "Registry('HKLM:\\%s') | where %s".formatted(Question.DEFENDER_POLICY, Question.IS_OFF)),
  ANTIVIRUS(
      "AMRunningMode and the antivirus platform",
      "EPStatus | project Device, AMRunningMode, AMProductVersion",
      "EPStatus"),
  FILE(
      "the sensor's version",
      Question.SENSOR_FILE + " | project Device, FileName, Version",
      Question.SENSOR_FILE);

  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String IS_PASSIVE = "Property == 'ForceDefenderPassiveMode'";
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
  String subject() {
    return subject;
  }

  /** Query that is sent first. */
  String query() {
    return query;
  }

  /** Query that is sent where the site refuses the first one. */
  String simpler() {
    return simpler;
  }

  /** Adds a device's answer to this question. */
  void into(ServerAnswers heard, List<Map<String, String>> rows) {
    switch (this) {
      case SENSOR -> heard.sensor(rows);
      case SERVICES -> heard.services(rows);
      case PASSIVE -> heard.passive(rows);
      case POLICY_OFF -> heard.policy(rows);
      case ANTIVIRUS -> heard.antivirus(rows);
      case FILE -> heard.file(rows);
    }
  }
}
