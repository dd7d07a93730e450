package dev.garrison.cli.servertest;

import dev.garrison.runscript.DetectionScript;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.List;
import java.util.Optional;

/** Texts for Microsoft's detection test. */
final class AlertWords implements TestWords {
  @Override
  public String title() {
    return "Microsoft's detection test";
  }

  @Override
  public String file() {
    return "Test-DefenderDetection.ps1";
  }

  @Override
  public List<String> script(TestPlan plan) {
    // Not wrapped: it is to be compared with Microsoft's page.
    return List.of("  it starts:", "    powershell.exe " + DetectionScript.command(plan.script()));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Each server runs it once, as the system, when it is on within an hour. The script ends the command after some seconds and removes what it made. The command finds no program to fetch or start: nobody can put a file where it looks for one.",
        "Where the sensor works, the portal (security.microsoft.com) shows an alert of the server within about ten minutes. Tell those who watch it.",
        "Not known here: whether the alert comes. Garrison does not ask the portal. Nothing of this can be taken back.");
  }

  @Override
  public TestAnswer answer(TestPlan plan, Optional<Report> report) {
    return TestAnswer.Detection.of(plan, report);
  }

  @Override
  public String summary(long well, String servers) {
    return "Ran on %d of %s.".formatted(well, servers);
  }

  @Override
  public List<String> next(List<TestResult> results) {
    return results.stream().anyMatch(TestResult::isWell)
        ? List.of("Next: look for the alerts in the portal, and close them as tests.")
        : List.of();
  }
}
