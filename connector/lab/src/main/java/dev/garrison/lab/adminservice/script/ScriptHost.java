package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Sensors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simulates a script on a device. No PowerShell runs: only lines that print a text, throw one, or
 * end the script count, and the tests that the lab knows.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/run-detection-test",
    says =
        "The command of the detection test raises an alert where a sensor is onboarded and runs.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: the help of the script",
    says =
        "The script of the detection test prints code, message and orgId as JSON:"
            + " 20051 if the sensor is not onboarded, 20050 if the test's folder exists.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/core/servers/manage/cmpivot.md",
    says =
        "If client settings require signed scripts, a client runs no script without a"
            + " signature block; Microsoft documents this for CMPivot.")
final class ScriptHost {
  private static final Pattern STATEMENT =
      Pattern.compile("(?i)^\\s*(?:(write-output|throw)\\s+'([^']*)'|(exit)\\b.*)\\s*$");
  private static final String TEST =
      "(New-Object System.Net.WebClient).DownloadFile('http://127.0.0.1/1.exe',"
          + " 'C:\\\\test-MDATP-test\\\\invoice.exe')";
  private static final String SIGNATURE = "# SIG # Begin signature block";
  private static final int FOLDER_IN_THE_WAY = 20050;
  private static final int NOT_ONBOARDED = 20051;

  private final Sensors sensors;
  private final boolean signedOnly;
  private final Network network = new Network();
  private final Set<Integer> folders = new HashSet<>();
  private final Map<Integer, Integer> alerts = new TreeMap<>();

  /**
   * @param signedOnly whether client settings require signed scripts
   */
  ScriptHost(Sensors sensors, boolean signedOnly) {
    this.sensors = sensors;
    this.signedOnly = signedOnly;
  }

  ScriptOutcome run(String text, int device) {
    if (signedOnly && !text.contains(SIGNATURE)) {
      return ScriptOutcome.threw("The script is not digitally signed.");
    }
    if (text.replace("''", "'").contains(TEST)) {
      return ScriptOutcome.printed(test(device));
    }
    if (Network.isTestedBy(text)) {
      return ScriptOutcome.printed(network.test(text, device));
    }
    List<String> printed = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher statement = STATEMENT.matcher(line);
      if (statement.matches()) {
        if (statement.group(3) != null) {
          break;
        }
        if (statement.group(1).equalsIgnoreCase("throw")) {
          return ScriptOutcome.threw(statement.group(2));
        }
        printed.add(statement.group(2));
      }
    }
    return ScriptOutcome.printed(String.join("\n", printed));
  }

  private String test(int device) {
    String tenant = sensors.orgId(device).or(() -> sensors.left(device)).orElse("");
    if (sensors.orgId(device).isEmpty()) {
      return result(NOT_ONBOARDED, "OnboardingState is not 1: no alert would come.", tenant);
    }
    if (folders.contains(device)) {
      return result(
          FOLDER_IN_THE_WAY, "C:\\test-MDATP-test exists. Look at it, and remove it.", tenant);
    }
    if (sensors.isRunning(device)) {
      alerts.merge(device, 1, Integer::sum);
    }
    return result(0, "The command ran and was ended by this script.", tenant);
  }

  private static String result(int code, String message, String tenant) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", code)
        .put("message", message)
        .put("orgId", tenant)
        .toString();
  }

  Network network() {
    return network;
  }

  /** Number of alerts of the test that the portal has for a device. */
  int alerts(int device) {
    return alerts.getOrDefault(device, 0);
  }

  /** Creates the folder of the test on a device. */
  void makeFolder(int device) {
    folders.add(device);
  }
}
