package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.TrialUpdates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of job but {@code rollout}, which {@link ServiceIT} has: the service is killed in the
 * middle of it and started again, runs it again, and leaves what an undisturbed run leaves.
 */
final class KilledJobsIT {
  private static final int KILLED = 137;
  private static final int MOST_RUNS = 12;

  /** The packed program goes by this machine's clock. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));

  @TempDir private Path folder;

  private TrialSite site(Path place, String job) throws InterruptedException {
    TrialSite site = new TrialSite("2107-rollup", place, start);
    new TrialJobs(site).schedule("job: %s, every: 90d".formatted(job));
    return site;
  }

  private TrialSite refreshing(Path place) throws InterruptedException {
    TrialSite site = site(place, "package-refresh, autoApply: [prepare]");
    new TrialJobs(site).set(JobKind.PACKAGE_REFRESH, JobMode.ENABLED);
    return site;
  }

  private static void toTheEnd(TrialSite site) throws InterruptedException {
    for (int run = 0; run < MOST_RUNS; run++) {
      site.pass(Duration.ofMinutes(10));
      JobOutcome outcome = new TrialJobs(site).run(JobKind.PACKAGE_REFRESH).outcome().orElseThrow();
      if (outcome == JobOutcome.PENDING) {
        return; // The deployments, which it may not make.
      }
    }
    throw new AssertionError("still at work");
  }

  @Test
  void aRefreshOfPackagesKilledAtAWrite() throws Exception {
    String undisturbed;
    try (TrialSite site = refreshing(Files.createDirectory(folder.resolve("undisturbed")))) {
      toTheEnd(site);
      undisturbed = site.lab().dump();
    }
    Path place = Files.createDirectory(folder.resolve("killed"));
    try (TrialSite site = refreshing(place)) {
      Served served = new Served(place);
      assertThat(served.killed(kill -> site.lab().faults().actAfterWrite(3, kill)))
          .isEqualTo(KILLED);
      assertThat(served.untilEnded(2)).startsWith("interrupted").doesNotContain("failed");
      toTheEnd(site);
      assertThat(site.lab().dump()).isEqualTo(undisturbed);
    }
  }

  @Test
  void aSensorUpdateKilledAtAnApproval() throws Exception {
    List<String> undisturbed;
    List<String> writes;
    try (TrialUpdates trial = updating(Files.createDirectory(folder.resolve("undisturbed")))) {
      assertThat(trial.apply().code()).isZero();
      undisturbed = trial.decisions("wsus01");
      writes = trial.writes("wsus01");
    }
    Path place = Files.createDirectory(folder.resolve("killed"));
    try (TrialUpdates trial = updating(place)) {
      assertThat(PackedProgram.run(place, "job", "enable", "sensor-update").exit()).isZero();
      Served served = new Served(place);
      assertThat(served.killed(kill -> trial.server("wsus01").faults().actAfterWrite(1, kill)))
          .isEqualTo(KILLED);
      assertThat(served.untilEnded(2)).startsWith("interrupted").doesNotContain("failed");
      assertThat(trial.decisions("wsus01")).isEqualTo(undisturbed);
      assertThat(trial.writes("wsus01")).as("none twice").isEqualTo(writes);
    }
  }

  private TrialUpdates updating(Path place) {
    TrialUpdates trial = new TrialUpdates(place, start);
    trial.replace(
        "sampleSharing:",
        "jobs: {timeZone: UTC, schedules: [{job: sensor-update, every: 90d, autoApply: [approve]}]}\nsampleSharing:");
    return trial;
  }

  @ParameterizedTest
  @ValueSource(strings = {"drift", "status"})
  void aJobThatReadsTheSiteKilledWhileItReads(String job) throws Exception {
    try (TrialSite site = site(folder, job)) {
      String before = site.lab().dump();
      Served served = new Served(folder);
      assertThat(
              served.killed(kill ->
                  site.lab().faults().actOn(RequestMatcher.of("GET", "/SMS_Collection[?]"), kill)))
          .isEqualTo(KILLED);
      assertThat(served.untilEnded(2)).containsExactly("interrupted", "done");
      assertThat(site.lab().dump()).isEqualTo(before);
      try (JobSchedule schedule = new TrialJobs(site).open()) {
        assertThat(schedule.history().standings().of("WEB02", 10))
            .as("one state, seen once")
            .extracting(Stay::state)
            .isEqualTo(job.equals("drift") ? List.of() : List.of("not-targeted"));
      }
    }
  }

  /** What they do is done in no time, so they are held up where they read the manifest. */
  @ParameterizedTest
  @ValueSource(strings = {"expiry", "housekeeping"})
  void aJobThatAsksNobodyKilledWhileItReadsTheManifest(String job) throws Exception {
    try (TrialSite site = site(folder, job)) {
      Path manifest = site.manifest().file();
      String text = site.manifest().text();
      Path first = pipe("first");
      Path second = pipe("second");
      Files.move(first, manifest, StandardCopyOption.ATOMIC_MOVE);
      Served served = new Served(folder);
      int exit =
          served.killed(kill ->
              Thread.ofVirtual()
                  .start(() -> {
                    try (OutputStream start = Files.newOutputStream(manifest)) {
                      Files.move(second, manifest, StandardCopyOption.ATOMIC_MOVE);
                      start.write(text.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                    try (OutputStream _ = Files.newOutputStream(manifest)) {
                      kill.run();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
      assertThat(exit).isEqualTo(KILLED);
      Files.delete(manifest);
      site.manifest().text(text);
      assertThat(served.untilEnded(2)).startsWith("interrupted").doesNotContain("failed");
    }
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }
}
