package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.ScriptRunner.Waiting;
import dev.garrison.runscript.TestResult.Outcome;
import dev.garrison.session.WriteSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is sent the script, who is not, and what is said of each. */
final class ScriptRunTest {
  private static final String GUID = ScriptSite.OURS.guid();
  private static final List<TestServer> THREE = List.of(server(1), server(2), server(3));

  @TempDir Path folder;
  private ScriptSite site = new ScriptSite(Path.of("unused"));
  private final List<String> heard = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Runnable whilePausing = () -> {};

  @BeforeEach
  void site() {
    site = new ScriptSite(folder);
    site.script(GUID, 3);
  }

  private static TestServer server(long id) {
    return new TestServer(id, "SRV" + id, "LAB", "pilot", "onboarded", true);
  }

  private static final class Kind implements TestKind {
    @Override
    public String command() {
      return "garrison test";
    }

    @Override
    public Text burden() {
      return Text.verbatim("");
    }

    @Override
    public TestScript script(List<TestServer> servers) {
      return ScriptSite.OURS;
    }

    @Override
    public Optional<String> standing(Server server, Verdict verdict) {
      return Optional.empty();
    }

    @Override
    public TestResult result(TestServer server, long operation, ScriptReport report) {
      return TestResult.of(
          server,
          OptionalLong.of(operation),
          report.succeeded() ? Outcome.RAN : Outcome.FAILED,
          report.output());
    }
  }

  private Report run(Duration timeout) {
    Waiting waiting =
        new Waiting() {
          @Override
          public void pause(Duration duration) {
            pauses.add(duration);
            whilePausing.run();
          }

          @Override
          public void heard(TestResult result) {
            heard.add(result.server().name() + " " + result.outcome().word());
          }
        };
    try (WriteSession writing = site.session.write();
        WriteSession.Deeds deeds = writing.deeds("basis", Optional.empty())) {
      return new ScriptRun(site.session, site.scripts, site.library(), new Kind(), deeds)
          .run(THREE, GUID, timeout, waiting);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Report run() {
    return run(Duration.ZERO);
  }

  private static String outcomes(Report report) {
    return report.results().stream()
        .map(result -> result.outcome().word())
        .collect(Collectors.joining(" "));
  }

  private List<String> sent() {
    return site.service.writes().stream()
        .map(line -> line.substring(0, line.indexOf('{')).strip())
        .toList();
  }

  private String journal() {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachServerIsSentTheScriptOnceAfterItWasProvenAnew() {
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("pending pending pending");
    assertThat(report.stopped()).isEmpty();
    assertThat(site.service.writes().getFirst())
        .isEqualTo("act v1.0/Device(1).RunScript {\"ScriptGuid\":\"%s\"}".formatted(GUID));
    assertThat(site.service.calls())
        .extracting(FakeAdminService.Call::verb)
        .startsWith("get", "act", "get", "act", "get", "act");
    assertThat(journal()).contains("\"server/SRV1\"", "\"RUN\"", "started");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | REFUSED | not-started | The administration service on sccm01.corp.example refused the request: POST v1.0/Device(2).RunScript (HTTP 400: x)
          401 | UNAUTHORIZED | not-started | The administration service on sccm01.corp.example didn't accept the sign-in: POST v1.0/Device(2).RunScript (HTTP 401: x)
          403 | ACCESS_DENIED | not-started | the site denied it: the account may not run scripts (Run Script on Collection, Read on SMS Scripts), or the script is not approved any more
          404 | ACCESS_DENIED | not-started | the site denied it: the account may not run scripts (Run Script on Collection, Read on SMS Scripts), or the script is not approved any more
          0 | UNAVAILABLE | not-started | The administration service on sccm01.corp.example can't be reached: POST v1.0/Device(2).RunScript (x)
          0 | SET_ASIDE | not-started | The administration service on sccm01.corp.example is set aside for a while: POST v1.0/Device(2).RunScript (x)
          0 | NO_FREE_PLACE | not-started | The administration service on sccm01.corp.example has too many of Garrison's requests in progress: POST v1.0/Device(2).RunScript (x)
          0 | LOST_ANSWER | unknown | whether the site took it is not known, so it was not sent again: check Monitoring > Script Status in the console
          503 | UNAVAILABLE | unknown | whether the site took it is not known, so it was not sent again: check Monitoring > Script Status in the console. The administration service on sccm01.corp.example can't be reached: POST v1.0/Device(2).RunScript (HTTP 503: x)
          500 | REFUSED | unknown | whether the site took it is not known, so it was not sent again: check Monitoring > Script Status in the console. The administration service on sccm01.corp.example refused the request: POST v1.0/Device(2).RunScript (HTTP 500: x)
          """)
  void theFirstThatTheSiteDidNotSurelyTakeIsTheLastThatItIsSent(
      int status, FailureKind kind, String outcome, String words) {
    site.service.before(
        "act",
        "v1.0/RunScript",
        () ->
            site.service.before(
                "act",
                "v1.0/RunScript",
                () -> site.service.fail("act", "v1.0/RunScript", kind, status, "x")));
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("pending " + outcome + " not-started");
    assertThat(report.results().get(1).words()).isEqualTo(words);
    assertThat(report.results().get(2).words()).isEqualTo("it was not tried any more");
    assertThat(sent())
        .containsExactly("act v1.0/Device(1).RunScript", "act v1.0/Device(2).RunScript");
  }

  @Test
  void oneOfWhichTheSiteSaysNoNumberIsUnknownAndTheLast() {
    site.service.method("v1.0/RunScript", (_, _) -> FakeAdminService.object());
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("unknown not-started not-started");
    assertThat(report.results().getFirst().words())
        .isEqualTo(
            "the site took it and did not say under which number: check Monitoring > Script Status in the console");
  }

  private static String stopped(Report report) {
    return report.stopped().orElseThrow().toString();
  }

  @Test
  void onceTheScriptIsGoneNobodyMoreIsSentIt() {
    site.service.before("act", "v1.0/RunScript", () -> site.service.clear("SMS_Scripts"));
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("pending not-started not-started");
    assertThat(sent()).containsExactly("act v1.0/Device(1).RunScript");
    assertThat(stopped(report))
        .isEqualTo(
            "The test was stopped: The script \"%s\" (%s) no longer exists on the site. Resolve this problem, and then test only the servers with the result \"not-started\". Servers that already received the script run it. [TEST_STOPPED GAR-1035]"
                .formatted(ScriptSite.OURS.name(), GUID));
  }

  @Test
  void onceItsApprovalIsTakenBackNobodyIsSentIt() {
    site.service.clear("SMS_Scripts");
    site.script(GUID, 0);
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("not-started not-started not-started");
    assertThat(site.service.writes()).isEmpty();
    assertThat(stopped(report)).contains("is waiting for approval");
  }

  @Test
  void onceTheLeaseIsLostNobodyMoreIsSentIt() {
    site.service.before("act", "v1.0/RunScript", site::loseLease);
    Report report = run();
    assertThat(outcomes(report)).isEqualTo("pending not-started not-started");
    assertThat(sent()).hasSize(1);
    assertThat(stopped(report)).startsWith("The test was stopped: Somebody else writes.");
  }

  private void reported(long operation, long server, int state, String output) {
    site.service.add(
        "SMS_ScriptsExecutionStatus",
        "ClientOperationId",
        operation,
        "ResourceId",
        server,
        "ScriptExecutionState",
        state,
        "ScriptExitCode",
        0,
        "ScriptOutput",
        output);
  }

  @Test
  void resultsAreHeardAsTheyComeAndTheRestStaysOpen() {
    whilePausing =
        () -> {
          if (pauses.size() == 1) {
            reported(1, 1, 1, "well");
            site.service.add(
                "SMS_ScriptsExecutionTask", "ClientOperationId", 2, "OfflineClients", 1);
          } else if (pauses.size() == 2) {
            reported(2, 2, 2, "not well");
          }
        };
    Report report = run(Duration.ofSeconds(25));
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
    assertThat(heard).containsExactly("SRV1 ran", "SRV2 offline", "SRV2 failed");
    assertThat(outcomes(report)).isEqualTo("ran failed pending");
    assertThat(report.results().get(2).words()).isEqualTo("nothing was heard yet");
    assertThat(journal()).contains("\"done\":1", "\"failed\":1", "\"waiting\":1");
  }

  @Test
  void onceAllAreHeardNobodyWaits() {
    for (int each = 1; each <= 3; each++) {
      reported(each, each, 1, "well");
    }
    assertThat(outcomes(run(Duration.ofHours(1)))).isEqualTo("ran ran ran");
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aServerThatIsOffMayStillAnswer() {
    site.service.add("SMS_ScriptsExecutionTask", "ClientOperationId", 3, "OfflineClients", 1);
    Report report = run(Duration.ofSeconds(5));
    assertThat(outcomes(report)).isEqualTo("pending pending offline");
    assertThat(report.results().get(2).words())
        .isEqualTo(
            "it is off; it runs the script if it is on again within an hour of being asked, and not"
                + " later");
  }

  @Test
  void aReportThatCannotBeReadLeavesItOpen() {
    site.service.fail("query", "SMS_ScriptsExecutionStatus", FailureKind.TIMEOUT, 0, "slow");
    Report report = run(Duration.ofSeconds(5));
    assertThat(outcomes(report)).isEqualTo("pending pending pending");
    assertThat(report.results().getFirst().words())
        .startsWith(
            "what it reported could not be read: The administration service on sccm01.corp.example didn't answer in time");
  }
}
