package dev.garrison.cli.servertest;

import dev.garrison.language.Text;
import dev.garrison.runscript.DetectionScript;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.List;
import java.util.Optional;

/** Texts for Microsoft's detection test. */
final class AlertWords implements TestWords {
  @Override
  public Text title() {
    return Text.of("server-test.alert-title");
  }

  @Override
  public String file() {
    return "Test-DefenderDetection.ps1";
  }

  @Override
  public List<String> script(TestPlan plan) {
    // Not wrapped: it is to be compared with Microsoft's page.
    return List.of(
        "  " + Text.of("server-test.alert-starts").shown(),
        "    powershell.exe " + DetectionScript.command(plan.script()));
  }

  @Override
  public List<Text> notes() {
    return List.of(
        Text.of("server-test.alert-once"),
        Text.of("server-test.alert-shows"),
        Text.of("server-test.alert-unknown"));
  }

  @Override
  public TestAnswer answer(TestPlan plan, Optional<Report> report) {
    return TestAnswer.Detection.of(plan, report);
  }

  @Override
  public Text summary(long well, int servers) {
    return Text.of("server-test.alert-summary", "well", well, "count", servers);
  }

  @Override
  public List<Text> next(List<TestResult> results) {
    return results.stream().anyMatch(TestResult::isWell)
        ? List.of(Text.of("server-test.alert-next"))
        : List.of();
  }
}
