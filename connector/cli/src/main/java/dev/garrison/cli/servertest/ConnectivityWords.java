package dev.garrison.cli.servertest;

import dev.garrison.language.Text;
import dev.garrison.runscript.ConnectivityScript;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts for the test of connections to the hosts that an onboarding package names. */
final class ConnectivityWords implements TestWords {
  @Override
  public Text title() {
    return Text.of("server-test.connect-title");
  }

  @Override
  public String file() {
    return "Test-DefenderConnectivity.ps1";
  }

  @Override
  public List<String> script(TestPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + ConnectivityScript.proxy(plan.script())
                .map(proxy -> Text.of("server-test.connect-proxy", "proxy", proxy))
                .orElse(Text.of("server-test.connect-direct"))
                .shown());
    ConnectivityScript.hosts(plan.script()).forEach(host -> lines.add("    " + host));
    return lines;
  }

  @Override
  public List<Text> notes() {
    return List.of(Text.of("server-test.connect-once"), Text.of("server-test.connect-hosts"));
  }

  @Override
  public TestAnswer answer(TestPlan plan, Optional<Report> report) {
    return TestAnswer.Connectivity.of(plan, report);
  }

  @Override
  public Text summary(long well, int servers) {
    return Text.of("server-test.connect-summary", "well", well, "count", servers);
  }

  @Override
  public List<Text> next(List<TestResult> results) {
    List<Text> next = new ArrayList<>();
    if (results.stream().anyMatch(result -> !result.hosts().isEmpty())) {
      next.add(Text.of("server-test.connect-next"));
    }
    return next;
  }
}
