package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.manifest.job.JobKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run that compares finds; it writes nothing whatever it may. */
final class DriftWorkTest extends WorkTrial {
  private static final Finding DAMAGED =
      new Finding("GAR-0504", "error", "content/a is damaged.", "Put it back.");

  private JobReport run() {
    return new DriftWork(this::open).run(task(JobKind.DRIFT, JobMode.ENABLED, manifest("")));
  }

  @Test
  void aSiteThatIsAsTheManifestSaysIsDone() {
    site.want(site.content, "a", "1");
    site.content.put("a", Item.ours("1"));
    assertThat(run()).isEqualTo(JobReport.of(JobOutcome.DONE, "no drift"));
    assertThat(site.closed).isEqualTo(1);
  }

  @Test
  void whatDriftedIsFoundObjectByObject() {
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "2");
    site.want(site.approvals, "c", "3");
    site.content.put("b", Item.ours("1"));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).isEqualTo("3 objects have drifted");
    assertThat(report.findings()).isEmpty();
    assertThat(report.plan()).isEmpty();
    assertThat(report.soon()).isFalse();
    assertThat(report.sightings())
        .containsExactlyInAnyOrder(
            new Sighting("content", "a", "create", ""),
            new Sighting("content", "b", "update", ""),
            new Sighting("approval", "c", "create", ""));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void changesThatNobodyAppliedAreNoDrift() {
    site.want(site.content, "a", "1");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary()).isEqualTo("no drift, 1 change never applied");
  }

  @Test
  void whatOnlyWaitsIsNotFound() {
    site.want(site.content, "a", "1");
    site.content.atWork.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("no drift, 1 waiting");
    assertThat(report.sightings()).isEmpty();
  }

  @Test
  void whatOnlyACostlyLookShowsIsFound() {
    site.want(site.content, "a", "1");
    site.content.put("a", Item.ours("1"));
    site.content.damaged.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).isEqualTo("1 problem found");
    assertThat(report.findings()).containsExactly(DAMAGED);
  }

  @Test
  void bothAreToldTogether() {
    for (String name : List.of("a", "b")) {
      site.want(site.content, name, "1");
      site.content.put(name, Item.ours("1"));
      site.content.damaged.add(name);
    }
    site.want(site.content, "c", "1");
    assertThat(run().summary()).isEqualTo("1 object has drifted, 2 problems found");
  }

  @Test
  void damageOfWhatWaitsIsAFindingAllTheSame() {
    site.want(site.content, "a", "1");
    site.content.atWork.add("a");
    site.content.damaged.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).isEqualTo("1 problem found, 1 waiting");
  }

  @Test
  void ofMoreThanTwoHundredTheReportHasTwoHundred() {
    IntStream.range(0, 201)
        .forEach(each -> {
          site.want(site.content, "c" + each, "1");
          site.content.put("c" + each, Item.ours("0"));
        });
    JobReport report = run();
    assertThat(report.sightings()).hasSize(200);
    assertThat(report.summary()).isEqualTo("201 objects have drifted");
  }
}
