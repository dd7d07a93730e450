package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StoredPlan;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done over HTTP, and who did it. */
final class ApprovalIT {
  @TempDir private Path folder;
  private ServedSite served;

  @BeforeEach
  void start() throws InterruptedException {
    served = new ServedSite(folder);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static long begun(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    long run = new Json().parse(answer.body()).path("run").asLong();
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/runs/" + run);
    return run;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int writes() {
    return served.site().lab().requests().writes().size();
  }

  @Test
  void aPlanThatWasApprovedIsCarriedOutAndTheJournalSaysByWhom() throws InterruptedException {
    long run = begun(served.post(Role.APPROVER, "/runs/1/approve", ""));
    JobRun ended = served.ended();
    assertThat(ended.id()).isEqualTo(run);
    assertThat(ended.outcome()).contains(JobOutcome.WAITING);
    assertThat(writes()).isPositive();

    JsonNode kept = served.read("/runs/" + run);
    assertThat(kept.path("reason").asText()).isEqualTo("approval");
    assertThat(kept.path("startedBy").asText()).isEqualTo("token 'the-approver' (approver)");
    JsonNode journal = served.read("/journal");
    assertThat(journal.path("total").asInt()).isEqualTo(1);
    assertThat(journal.path("runs").path(0).path("change").asText())
        .isEqualTo("approved by token 'the-approver' (approver), run " + run);
    assertThat(journal.path("runs").path(0).path("run"))
        .isEqualTo(kept.path("journals").path(0).path("run"));
    assertThat(served.read("/journal/verdict").path("whole").asBoolean()).isTrue();

    HttpResponse<String> again = served.post(Role.APPROVER, "/runs/1/approve", "");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("GAR-1076");
  }

  @Test
  void aPlanThatIsStaleIsRefusedAndNothingIsWritten() throws InterruptedException {
    served.site().manifest().replace("maxDevices: 25", "maxDevices: 24");
    long run = begun(served.post(Role.APPROVER, "/runs/1/approve", ""));
    JobRun ended = served.ended();
    assertThat(ended.outcome()).contains(JobOutcome.FAILED);
    assertThat(writes()).isZero();
    JsonNode kept = served.read("/runs/" + run);
    assertThat(kept.path("findings").path(0).path("code").asText()).isEqualTo("GAR-0506");
    assertThat(kept.path("journals")).isEmpty();
  }

  @Test
  void aRingIsHaltedAndGoesOnAndTheJournalSaysWhy() throws InterruptedException {
    begun(served.post(Role.APPROVER, "/runs/1/approve", ""));
    served.ended();
    served.site().pass(Duration.ofMinutes(5));
    long halt =
        begun(served.post(Role.OPERATOR, "/rings/pilot/halt", "{\"reason\":\"Backups fail\"}"));
    assertThat(served.ended().outcome()).contains(JobOutcome.DONE);
    assertThat(served.read("/journal").path("runs").path(0).path("change").asText())
        .isEqualTo("ordered by token 'the-operator' (operator), run " + halt);
    assertThat(served.site().lab().dump()).contains("Backups fail");
    JsonNode halted = served.read("/rings").path("rings").path(0).path("standing");
    assertThat(halted.path("state").asText()).isEqualTo("halted");
    assertThat(halted.path("reason").asText())
        .matches("Backups fail \\(by token 'the-operator' \\(operator\\), \\S+Z\\)");
    assertThat(halted.path("at").asText()).isEqualTo("2026-11-24T21:07:00Z");
    served.site().pass(Duration.ofMinutes(5));
    begun(served.post(Role.OPERATOR, "/rings/pilot/resume", "{\"reason\":\"Backups work\"}"));
    assertThat(served.ended().outcome()).contains(JobOutcome.DONE);
  }

  @Test
  void aPlanThatTakesServersOutIsNotApprovedOverHttp() {
    StoredPlan kept = served.schedule().history().runs().plan(1);
    Plan plan = kept.plan();
    Plan leaving =
        new Plan(
            plan.manifest(),
            plan.manifestDigest(),
            plan.site(),
            plan.survey(),
            plan.packages(),
            plan.rings(),
            List.of(
                new OffboardDecision(
                    "leavers",
                    "MDE leavers",
                    List.of("WEB02"),
                    25,
                    List.of(plan.changes().getLast().address()))),
            plan.remarks(),
            plan.asOf(),
            plan.validUntil(),
            plan.allowances(),
            plan.changes(),
            plan.orphans());
    Instant now = served.schedule().clock().instant();
    long run =
        served
            .schedule()
            .history()
            .runs()
            .begin(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE, "a test", JobMode.PLAN_ONLY, now);
    served
        .schedule()
        .history()
        .runs()
        .end(
            run,
            JobKind.ROLLOUT,
            new JobReport(
                JobOutcome.PENDING,
                "servers leave",
                List.of(),
                Optional.of(
                    new StoredPlan(kept.madeBy(), Optional.empty(), kept.expires(), leaving)),
                List.of(),
                false,
                List.of()),
            now);
    HttpResponse<String> answer = served.post(Role.APPROVER, "/runs/" + run + "/approve", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains(
            "GAR-1091",
            "The plan offboards servers of \\\"leavers\\\" from Defender for Endpoint.");
    assertThat(writes()).isZero();
  }

  @Test
  void anOrderThatChangesNothingLeavesTheWaitingPlanAlone() throws InterruptedException {
    begun(served.post(Role.APPROVER, "/runs/1/approve", ""));
    served.ended();
    served.site().pass(Duration.ofMinutes(5));
    served.schedule().request(JobKind.ROLLOUT, served.schedule().clock().instant(), "a test");
    served.site().pass(Duration.ofSeconds(10));
    JobRun planned = served.ended();
    assertThat(planned.planKept()).isTrue();
    begun(served.post(Role.OPERATOR, "/rings/pilot/halt", "{\"reason\":\"Backups fail\"}"));
    served.ended();
    assertThat(served.schedule().history().runs().get(planned.id()).planKept()).isTrue();
    assertThat(served.schedule().history().runs().planning()).containsExactly(JobKind.ROLLOUT);
  }

  @Test
  void anOrderIsCarriedOutWhileAJobWaitsForTheSite() throws InterruptedException {
    assertThat(served.post(Role.APPROVER, "/jobs/rollout/enable", "").statusCode()).isEqualTo(200);
    CountDownLatch orderEnded = new CountDownLatch(1);
    served
        .site()
        .atNextPause(() -> {
          served.site().pass(Duration.ofMinutes(1));
          begun(served.post(Role.OPERATOR, "/rings/pilot/halt", "{\"reason\":\"Backups fail\"}"));
          await(orderEnded);
        });
    served.schedule().request(JobKind.ROLLOUT, served.schedule().clock().instant(), "a test");
    served.site().pass(Duration.ofSeconds(10)); // the scheduler looks every two
    JobRun order = served.ended();
    orderEnded.countDown();
    JobRun rollout = served.ended();

    assertThat(order.reason()).isEqualTo(JobRun.Reason.ORDER);
    assertThat(order.outcome()).as("%s", order).contains(JobOutcome.DONE);
    assertThat(rollout.reason()).isEqualTo(JobRun.Reason.COMMAND);
    assertThat(rollout.outcome()).as("%s", rollout).contains(JobOutcome.WAITING);
    assertThat(rollout.journals()).hasSizeGreaterThan(1);
  }

  @Test
  void anUnknownRingIsNotFound() {
    HttpResponse<String> answer =
        served.post(Role.OPERATOR, "/rings/nothing/halt", "{\"reason\":\"x\"}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("GAR-1090");
  }

  @Test
  void aJobRunsWhenItIsAskedForAndTheHistorySaysByWhom() throws InterruptedException {
    HttpResponse<String> answer = served.post(Role.OPERATOR, "/jobs/expiry/run", "");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/jobs/expiry");
    served.site().pass(Duration.ofSeconds(10)); // the scheduler looks every two
    JobRun run = served.ended();
    assertThat(run.job()).isEqualTo(JobKind.EXPIRY);
    assertThat(run.reason()).isEqualTo(JobRun.Reason.COMMAND);
    assertThat(run.startedBy()).isEqualTo("token 'the-operator' (operator)");
  }

  @Test
  void aJobWithoutAScheduleIsNotKnownToTheService() {
    HttpResponse<String> answer = served.post(Role.OPERATOR, "/jobs/drift/run", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("has no schedule");
  }

  @Test
  void howFarAJobMayGoIsDecidedAtOnce() {
    for (String word : new String[] {"enable", "pause", "plan-only"}) {
      HttpResponse<String> answer = served.post(Role.APPROVER, "/jobs/rollout/" + word, "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(served.read("/jobs/rollout").path("mode").asText())
          .isEqualTo(word.equals("enable") ? "enabled" : word.equals("pause") ? "paused" : word);
    }
  }

  @Test
  void whoeverMayPauseAJobMayNotHaveItMakeChanges() {
    assertThat(served.post(Role.OPERATOR, "/jobs/rollout/enable", "").statusCode()).isEqualTo(403);
    assertThat(served.post(Role.OPERATOR, "/jobs/rollout/pause", "").statusCode()).isEqualTo(200);
    assertThat(served.read("/jobs/rollout").path("mode").asText()).isEqualTo("paused");
  }

  @Test
  void onePlanIsNotCarriedOutTwiceAtATime() throws InterruptedException {
    CountDownLatch going = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    served
        .site()
        .lab()
        .faults()
        .actAfterWrite(
            1,
            () -> {
              seen.countDown();
              await(going);
            });
    begun(served.post(Role.APPROVER, "/runs/1/approve", ""));
    seen.await();
    HttpResponse<String> second = served.post(Role.APPROVER, "/runs/1/approve", "");
    going.countDown();
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("GAR-1092");
    assertThat(served.ended().outcome()).isNotEqualTo(Optional.of(JobOutcome.FAILED));
  }
}
