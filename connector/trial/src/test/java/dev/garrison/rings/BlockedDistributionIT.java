package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ApplyCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.PlanCommand;
import dev.garrison.cli.rollout.RolloutCommand;
import dev.garrison.cli.service.JobCommand;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring whose content reaches no distribution point, on the command line. */
final class BlockedDistributionIT {
  private static final String FAILED =
      "1 of 1 distribution points of Europe DPs failed: dp-eur01 (failed to connect to the remote distribution point)";

  @TempDir private Path folder;
  private TrialSite site;
  private int pauses;

  @BeforeEach
  void start() throws IOException {
    Path file = folder.resolve("site.yaml");
    try (var stream = getClass().getResourceAsStream("/dev/garrison/lab/sites/2107-rollup.yaml")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          file,
          text.replace(
              "{name: Europe DPs, points: 4, dead: 0}", "{name: Europe DPs, points: 1, dead: 1}"));
    }
    site = TrialSite.of(file, folder);
    new TrialJobs(site).schedule("job: rollout, every: 1h");
    site.settle();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private record Printed(int exit, String out, String err) {
    /** The text without its line breaks. */
    String words() {
      return out.replaceAll("\\s+", " ");
    }
  }

  private Printed run(String... words) {
    site.pass(Duration.ofMinutes(1));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    Confirmation confirmation = new Confirmation(console, new BufferedReader(new StringReader("")));
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("-f", site.manifest().file().toString()));
    int exit =
        new CommandLineProgram(
                console,
                "test",
                List.of(
                    new PlanCommand(console, site.sessions()),
                    new ApplyCommand(console, site.sessions(), confirmation, this::pause),
                    new VerifyCommand(console, site.sessions(), this::pause),
                    new StatusCommand(console, site.sessions(), this::pause),
                    new RolloutCommand(
                        console, site.sessions(), confirmation, new TrialJobs(site).opening()),
                    new JobCommand(
                        console, new TrialJobs(site).opening(), new JobOnDemand(site::pass))))
            .run(all.toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  private void pause(Duration time) {
    pauses++;
    site.pass(time);
  }

  @Test
  void thePlanIsBlockedWithThePointItsErrorAndTheRemedy() {
    Printed plan = run("plan");
    assertThat(plan.exit()).isEqualTo(4);
    assertThat(plan.words())
        .contains("x blocked distribution Defender for Endpoint 2012 R2, 2019, 2022 " + FAILED)
        .contains(
            "x blocked deployment MDE pilot - 2012 R2 waits for distribution \"Defender for Endpoint 2012 R2\"")
        .contains("blocked: " + FAILED)
        .contains(
            "Blocked: "
                + FAILED
                + " Fix: Repair the distribution point, then redistribute the content: Monitoring > Distribution Status > Content Status.")
        .contains("0 waiting, 10 blocked, 0 manual.");
  }

  @Test
  void applyDoesNotWaitForWhatNeverComes() {
    Printed apply = run("apply", "--yes", "--wait", "PT30M");
    assertThat(apply.exit()).isEqualTo(4);
    assertThat(apply.words())
        .contains(FAILED)
        .doesNotContain("--wait", "waits for deployment/", "waits for distribution/");
    assertThat(pauses).isZero();
  }

  @Test
  void verifyEndsWithFour() {
    assertThat(run("verify").exit()).isEqualTo(4);
  }

  @Test
  void theStatusOfServersAndRingsSaysSoToo() {
    for (Printed status : List.of(run("status"), run("rollout", "status"))) {
      assertThat(status.exit()).isEqualTo(2);
      assertThat(status.words()).contains("blocked: " + FAILED);
    }
    assertThat(run("rollout", "status", "--json").out()).contains("\"state\" : \"BLOCKED\"");
  }

  @Test
  void aJobEndsWithFourAndTellsTheCause() {
    Printed job = run("job", "run", "rollout");
    assertThat(job.exit()).isEqualTo(4);
    assertThat(job.words()).contains("Blocked: " + FAILED).contains("GAR-1116");
    assertThat(run("job", "run", "drift").exit()).isEqualTo(4);
  }
}
