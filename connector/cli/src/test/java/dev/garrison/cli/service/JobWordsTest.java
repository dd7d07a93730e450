package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentences about the decisions on jobs. */
final class JobWordsTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("repository.root"), "config", "examples", "minimal.yaml");

  private static JobsSection jobs(String added) throws IOException {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/nowhere"),
            (Files.readString(EXAMPLE) + added).getBytes(StandardCharsets.UTF_8),
            LocalDate.EPOCH)
        .manifest()
        .jobs();
  }

  /** The lines that are to be added: those behind the first. */
  private static String added(JobKind job, JobsSection jobs) {
    return JobWords.decided(job, JobMode.ENABLED, jobs)
        .lines()
        .skip(1)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void aJobWithoutAScheduleIsShownTheLinesThatAreMissing() {
    for (JobMode mode : new JobMode[] {JobMode.ENABLED, JobMode.PLAN_ONLY}) {
      assertThat(JobWords.decided(JobKind.ROLLOUT, mode, JobsSection.NONE))
          .isEqualToNormalizingNewlines(
              """
              rollout has no schedule in the manifest, so it runs only with "garrison job run rollout", and makes no changes. Add these lines to the manifest:
              jobs:
                schedules:
                  - job: rollout
                    every: 6h\
              """);
    }
  }

  /** The one that is left out also needs its section {@code wsus.sensorUpdate}. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SENSOR_UPDATE"})
  void aManifestWithTheseLinesSchedulesTheJob(JobKind job) throws IOException {
    assertThat(jobs(added(job, JobsSection.NONE)).of(job)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = JobKind.class,
      names = {"ROLLOUT", "STATUS"})
  void whereOtherJobsHaveSchedulesTheirLinesStay(JobKind job) throws IOException {
    String others = "jobs:\n  schedules:\n    - job: drift\n      every: 1d\n";
    JobsSection both = jobs(others + added(job, jobs(others)));
    assertThat(both.of(job)).isPresent();
    assertThat(both.of(JobKind.DRIFT)).isPresent();
  }
}
