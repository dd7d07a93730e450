package dev.garrison.cli.servertest;

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
  public String title() {
    return "The connectivity test";
  }

  @Override
  public String file() {
    return "Test-DefenderConnectivity.ps1";
  }

  @Override
  public List<String> script(TestPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  it connects on port 443, %s, to:"
            .formatted(
                ConnectivityScript.proxy(plan.script())
                    .map(proxy -> "through the proxy " + proxy)
                    .orElse("directly")));
    ConnectivityScript.hosts(plan.script()).forEach(host -> lines.add("    " + host));
    return lines;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Each server runs it once, as the system, when it is on within an hour. It sets up TLS with each host, sends nothing more, and changes nothing on the server.",
        "These are the hosts of the sensor. Certificate revocation lists, updates and the antivirus's cloud use others, which Microsoft's list names.");
  }

  @Override
  public TestAnswer answer(TestPlan plan, Optional<Report> report) {
    return TestAnswer.Connectivity.of(plan, report);
  }

  @Override
  public String summary(long well, String servers) {
    return "All hosts are reached from %d of %s.".formatted(well, servers);
  }

  @Override
  public List<String> next(List<TestResult> results) {
    List<String> next = new ArrayList<>();
    if (results.stream().anyMatch(result -> !result.hosts().isEmpty())) {
      next.add(
          "The sensor accepts Microsoft's certificates only: another issuer means that something on the way inspects TLS.");
    }
    return next;
  }
}
