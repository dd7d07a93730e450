package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.mecm.script.Approval;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.ScriptStanding;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestResult.Outcome;
import dev.garrison.runscript.TestScript;
import dev.garrison.runscript.TestServer;
import dev.garrison.state.RecordCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TestAnswerTest {
  private static final TestServer SERVER =
      new TestServer(16777220, "FS01", "LAB", "pilot", "onboarded", true);
  private static final TestServer OTHER =
      new TestServer(16777221, "FS02", "", "pilot", "onboarded", false);

  private static final String SCRIPT =
      "$Hosts = @('a.example', 'b.example')\n$Proxy = 'http://proxy.example:8080'\n";

  private static String text(TestWords words, TestPlan plan, Optional<Report> report) {
    return new Json().pretty(words.answer(plan, report));
  }

  private static TestPlan plan(String text, ScriptStanding standing) {
    return new TestPlan(
        "PS1",
        new TestScript("connectivity test", text, true, "", Sha256.of(text)),
        standing,
        List.of(SERVER, OTHER));
  }

  @Test
  void whatWouldRunIsAsItWasPrintedBefore() {
    Printed.asBefore(
        TestAnswerTest.class,
        "test-detection-shown.json",
        text(
            new AlertWords(),
            plan("script", new ScriptStanding.There("G", Approval.DENIED, "LAB\\eve")),
            Optional.empty()));
  }

  @Test
  void whatBecameOfADetectionTestIsAsItWasPrintedBefore() {
    Report report =
        new Report(
            List.of(
                new TestResult(
                    SERVER,
                    OptionalLong.of(72057594037927940L),
                    Outcome.RAN,
                    "The command ran",
                    OptionalLong.of(0),
                    OptionalLong.of(0),
                    Optional.of("5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2"),
                    List.of()),
                new TestResult(
                    OTHER,
                    OptionalLong.empty(),
                    Outcome.NOT_STARTED,
                    "The site did not take it",
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    List.of())),
            "20261124T210733Z-1",
            "9f2ce1",
            Optional.of(
                Diagnostic.error(
                    RecordCode.JOURNAL_UNREADABLE, "It was stopped.", "Run it again.")));
    Printed.asBefore(
        TestAnswerTest.class,
        "test-detection.json",
        text(new AlertWords(), plan("script", new ScriptStanding.Missing()), Optional.of(report)));
  }

  @Test
  void whatBecameOfAConnectivityTestIsAsItWasPrintedBefore() {
    Report report =
        new Report(
            List.of(
                new TestResult(
                    SERVER,
                    OptionalLong.of(9),
                    Outcome.NOT_REACHED,
                    "A host was not reached",
                    OptionalLong.of(0),
                    OptionalLong.of(0),
                    Optional.empty(),
                    List.of(
                        new TestResult.Host("a.example", true, "Microsoft"),
                        new TestResult.Host("b.example", false, "no route")))),
            "20261124T210733Z-1",
            "9f2ce1",
            Optional.empty());
    Printed.asBefore(
        TestAnswerTest.class,
        "test-connectivity.json",
        text(
            new ConnectivityWords(),
            plan(SCRIPT, new ScriptStanding.Missing()),
            Optional.of(report)));
  }

  private static final String NAMES =
      "server,domain,resource id,ring,status,active,outcome,result,operation,exit"
          + " code,code,tenant,host,reached,why";

  @Test
  void aServerOnWhichItWouldRunIsARow() {
    assertThat(
            Rows.of(
                TestRow.COLUMNS,
                TestRow.of(plan("script", new ScriptStanding.Missing()), Optional.empty())))
        .containsExactly(
            NAMES,
            "FS01,LAB,16777220,pilot,onboarded,yes,,,,,,,,,",
            "FS02,,16777221,pilot,onboarded,no,,,,,,,,,");
  }

  @Test
  void eachHostOfAServerIsARow() {
    TestResult reached =
        new TestResult(
            SERVER,
            OptionalLong.of(9),
            Outcome.NOT_REACHED,
            "A host was not reached",
            OptionalLong.of(0),
            OptionalLong.of(0),
            Optional.empty(),
            List.of(
                new TestResult.Host("a.example", true, "Microsoft"),
                new TestResult.Host("b.example", false, "no route")));
    TestResult silent =
        new TestResult(
            OTHER,
            OptionalLong.empty(),
            Outcome.NOT_STARTED,
            "The site did not take it",
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of());
    Report report = new Report(List.of(reached, silent), "1", "9f2ce1", Optional.empty());
    assertThat(
            Rows.of(
                TestRow.COLUMNS,
                TestRow.of(plan(SCRIPT, new ScriptStanding.Missing()), Optional.of(report))))
        .containsExactly(
            NAMES,
            "FS01,LAB,16777220,pilot,onboarded,yes,not-reached,A host was not"
                + " reached,9,0,0,,a.example,yes,Microsoft",
            "FS01,LAB,16777220,pilot,onboarded,yes,not-reached,A host was not"
                + " reached,9,0,0,,b.example,no,no route",
            "FS02,,16777221,pilot,onboarded,no,not-started,The site did not take it,,,,,,,");
  }
}
