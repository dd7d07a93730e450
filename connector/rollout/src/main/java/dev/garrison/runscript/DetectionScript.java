package dev.garrison.runscript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.TestResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Microsoft's detection test. Whether a sensor raises the alert when the system starts the
 * test is inferred: Microsoft describes a command prompt of an administrator.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/run-detection-test">Run a detection
 *     test</a>
 */
public final class DetectionScript implements TestKind {
  private static final String PURPOSE = "detection test";
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$Command = '(.*)'\\r?$");

  /** States in which the sensor is unknown, unless inventory or the client reported it. */
  private static final Set<ServerState> SAY_NOTHING =
      EnumSet.of(
          ServerState.NOT_TARGETED,
          ServerState.AWAITING_POLICY,
          ServerState.SILENT,
          ServerState.NO_INVENTORY,
          ServerState.INACTIVE,
          ServerState.UNCLEAR);

  /** States in which the sensor reports to the manifest's tenant, regardless of other problems. */
  private static final Set<ServerState> ONBOARDED =
      EnumSet.of(
          ServerState.ONBOARDED,
          ServerState.ANTIVIRUS_MODE,
          ServerState.ANTIVIRUS_DANGER,
          ServerState.SETTINGS);

  private final Supplier<byte[]> script;
  private final Reading reading;
  private final String tenant;

  /**
   * @param script reads Garrison's script, signed where the manifest requires it
   * @param tenant the manifest's
   */
  public DetectionScript(Supplier<byte[]> script, Json json, String tenant) {
    this.script = script;
    this.reading = new Reading(json);
    this.tenant = tenant;
  }

  @Override
  public String command() {
    return "garrison test-detection";
  }

  @Override
  public Text burden() {
    return Text.of("server-test.burden-detection");
  }

  @Override
  public TestScript script(List<TestServer> servers) {
    return script(script.get());
  }

  /** The script in a file's bytes, which are ASCII. */
  public static TestScript script(byte[] file) {
    return TestScript.of(PURPOSE, new String(file, StandardCharsets.US_ASCII));
  }

  /** The command that a script of this test passes to powershell.exe, as Microsoft documents it. */
  public static String command(TestScript script) {
    Matcher line = COMMAND.matcher(script.text());
    if (!line.find()) {
      throw new IllegalStateException("the script of the detection test has no command");
    }
    return line.group(1).replace("''", "'");
  }

  @Override
  public Optional<String> standing(Server server, Verdict verdict) {
    if (ONBOARDED.contains(verdict.state())) {
      return Optional.of("onboarded");
    }
    return server.sensor().isEmpty() && SAY_NOTHING.contains(verdict.state())
        ? Optional.of(Text.of("test-result.onboarding-unknown").toString())
        : Optional.empty();
  }

  @Override
  public TestResult result(TestServer server, long operation, ScriptReport report) {
    return reading.result(server, operation, report, this::meaning);
  }

  private Reading.Meaning meaning(JsonNode said) {
    String orgId = said.path("orgId").asText("");
    return orgId.equalsIgnoreCase(tenant)
        ? new Reading.Meaning(Outcome.RAN, Reading.plain(said.path("message").asText("")))
        : new Reading.Meaning(
            Outcome.FAILED,
            Text.of(
                    "test-result.other-tenant",
                    "tenant",
                    orgId.isEmpty() ? Text.of("test-result.no-tenant") : Reading.plain(orgId))
                .toString());
  }
}
