package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.browser.Browser;
import dev.garrison.browser.Key;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.ServedSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides on the pages happens, and is shown with who decided it. */
final class DecidingIT {
  private static final String APPROVE = "/actions/runs/1/approve";
  private static final String ENABLE = "/actions/jobs/rollout/enable";
  private static final String HALT = "/actions/rings/pilot/halt";
  private static final String RESUME = "/actions/rings/pilot/resume";

  private static final String JOURNAL = "main a[href^='/journal/']";

  @TempDir private static Path profile;
  private static Browser browser;
  @TempDir private Path site;
  private ServedSite served;
  private Visitor visitor;

  @BeforeAll
  static void start() {
    browser = Browser.start(profile);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serve() throws InterruptedException {
    served = new ServedSite(site);
    visitor = new Visitor(browser, served);
    visitor.open("/signin"); // leaves the page of the site before, which asks for its events
    browser.console();
  }

  @AfterEach
  void end() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private int writes() {
    return served.site().lab().requests().writes().size();
  }

  private int runs() {
    return served.schedule().history().runs().latest(Optional.empty(), 10).size();
  }

  private JobRun approved() throws InterruptedException {
    JobRun run = served.ended();
    assertThat(run.outcome()).contains(JobOutcome.WAITING);
    return run;
  }

  private void approve() {
    approve(1);
  }

  private void approve(long run) {
    visitor.open("/runs/%d/approve".formatted(run));
    browser.find("#reviewed").click();
    visitor.click(browser.find("form.decide button"));
  }

  private JobRun rollout() throws InterruptedException {
    served.site().pass(Duration.ofMinutes(5));
    served.schedule().request(JobKind.ROLLOUT, served.schedule().clock().instant(), "a test");
    served.site().pass(Duration.ofSeconds(10)); // the scheduler looks every two
    return served.ended();
  }

  /** Approves the plans of the job until a run has seen that the first ring has started. */
  private void startRing() throws InterruptedException {
    approve();
    approved();
    while (!hasStarted()) {
      JobRun run = rollout();
      if (run.planKept()) {
        approve(run.id());
        served.ended();
      }
    }
  }

  private boolean hasStarted() {
    return served.schedule().history().rings().latest().stream()
        .flatMap(look -> look.of("pilot").stream())
        .flatMap(seen -> seen.ring().stream())
        .anyMatch(ring -> ring.opened().isPresent());
  }

  private long approvedRun() {
    return served.schedule().history().runs().latest(Optional.empty(), 1).getFirst().id();
  }

  @Test
  void aPlanIsNotApprovedBeforeItIsReviewed() {
    visitor.signIn(Role.APPROVER);
    visitor.open("/runs/1/approve");
    int runs = runs();
    visitor.form(APPROVE).find("button").click();
    assertThat(visitor.place()).isEqualTo("/runs/1/approve");
    assertThat(runs()).isEqualTo(runs);
    assertThat(writes()).isZero();
  }

  @Test
  void aPlanThatExpiredSaysSoAndOffersNoApproval() {
    visitor.signIn(Role.APPROVER);
    served.site().pass(Duration.ofDays(30));
    visitor.signIn(Role.APPROVER);
    visitor.open("/runs/1/approve");
    assertThat(browser.find("main").text()).contains("This plan can't be approved. It expired");
    assertThat(browser.all("form[action='%s']".formatted(APPROVE))).isEmpty();
    visitor.requireSound("approve-expired");
  }

  @Test
  void aPlanIsApprovedByKeysWithoutScriptsAndItsRunAppearsWithTheOutcome()
      throws InterruptedException {
    browser.scripts(false);
    try {
      visitor.signIn(Role.APPROVER);
      browser.tabTo("nav a[href='/plans']");
      visitor.enter();
      browser.tabTo("main a[href='/runs/1/plan']");
      visitor.enter();
      assertThat(writes()).isZero();
      browser.tabTo("main a[href='/runs/1/approve']");
      visitor.enter();
      browser.tabTo("#change");
      browser.type("CHG0042");
      browser.tabTo("#reviewed");
      browser.press(Key.SPACE);
      browser.tabTo("form[action='%s'] button".formatted(APPROVE));
      visitor.enter();
      JobRun run = approved();
      assertThat(visitor.notice())
          .isEqualTo("Run %d has started. This page shows its result.".formatted(run.id()));
      assertThat(visitor.place()).isEqualTo("/runs/" + run.id());
      assertThat(writes()).isPositive();
    } finally {
      browser.scripts(true);
    }

    browser.reload();
    assertThat(browser.all("[role=status]")).isEmpty();
    assertThat(browser.find("main").text())
        .contains(
            "waiting",
            "token 'the-approver' (approver)",
            "Plan of run 1",
            "CHG0042",
            "garrison undo 2026");
    visitor.requireSound("run-approved");
    visitor.follow("Plan of run 1");
    assertThat(browser.find("main").text())
        .contains("The plan was approved. Run %d applied it: waiting.".formatted(approvedRun()));
    visitor.requireSound("plan-approved");
    visitor.follow("Plans");
    assertThat(browser.all("main a[href='/runs/1/plan']")).isEmpty();
    visitor.follow("Journal");
    assertThat(browser.find("main").text())
        .contains("11 applied, 1 unchanged, 0 failed, 10 waiting", "Approved by token", "CHG0042");
    visitor.click(browser.find(JOURNAL));
    assertThat(browser.find("main").text())
        .contains(
            "Approved by",
            "token 'the-approver' (approver)",
            "Run %d, job rollout".formatted(approvedRun()),
            "Plan of run 1",
            "CHG0042",
            "11 applied, 1 unchanged, 0 failed, 10 waiting");
    visitor.requireSound("journal-run");

    visitor.open("/search?q=chg0042");
    assertThat(browser.texts("main h2")).containsExactly("Runs 1", "Journal 1");
    assertThat(browser.find("main").text()).contains("Change CHG0042");
    visitor.open("/search?q=mde+pilot");
    assertThat(browser.texts("main h2")).hasSize(1).first().asString().startsWith("Objects ");
    assertThat(browser.find("main").text())
        .contains("MDE pilot - all", "collection, in journal run 20");
  }

  @Test
  void thePageOfARunTellsOfItsEndByItself() throws InterruptedException {
    CountDownLatch goesOn = new CountDownLatch(1);
    served.site().lab().faults().actAfterWrite(1, () -> await(goesOn));
    try {
      visitor.signIn(Role.APPROVER);
      approve();
      assertThat(browser.find("main h2").text()).isEqualTo("running");
      assertThat(browser.all(JOURNAL)).isEmpty();
    } finally {
      goesOn.countDown();
    }
    approved();

    assertThat(browser.find(JOURNAL).isShown()).isTrue();
    assertThat(browser.find("main h2").text()).isEqualTo("waiting");
    assertThat(visitor.trouble()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anOpenPageShowsANewPlanThoughItAsksOnlyOnceInAMinute() {
    visitor.signIn(Role.VIEWER);
    visitor.open("/plans");
    assertThat(browser.all("main a[href='/runs/1/plan']")).isNotEmpty();
    JobRun run = served.schedule().runner().run(JobKind.ROLLOUT, JobRun.Reason.COMMAND);

    assertThat(browser.find("main a[href='/runs/%d/plan']".formatted(run.id())).isShown()).isTrue();
    assertThat(browser.link("Plans (1)").isShown()).isTrue();
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void aRingIsHaltedAndResumedWithReasonsThatAreDemanded() throws InterruptedException {
    visitor.signIn(Role.APPROVER);
    startRing();
    served.site().pass(Duration.ofMinutes(5));

    visitor.open("/rollout");
    int runs = runs();
    visitor.form(HALT).find("button").click();
    assertThat(visitor.place()).isEqualTo("/rollout");
    assertThat(browser.focused().attribute("name")).contains("reason");
    assertThat(runs()).isEqualTo(runs);
    assertThat(browser.find("main").text())
        .contains("Halting doesn't stop an installation that has begun");
    visitor.order(HALT, "Backups fail");
    assertThat(served.ended().outcome()).contains(JobOutcome.DONE);
    assertThat(served.site().lab().dump()).contains("Backups fail");
    served.site().pass(Duration.ofMinutes(5));

    visitor.open("/rollout");
    assertThat(browser.find("main").text()).contains("halted", "Backups fail");
    visitor.requireSound("rollout-halted");
    browser.zone("Asia/Tokyo");
    visitor.open("/rollout");
    assertThat(browser.texts("main time[data-form=told]"))
        .isNotEmpty()
        .allMatch(time -> time.endsWith(" UTC+9"));
    browser.zone("");
    visitor.order(RESUME, "Backups work");
    JobRun resumed = served.ended();
    assertThat(resumed.outcome()).contains(JobOutcome.DONE);
    visitor.open("/runs/" + resumed.id());
    assertThat(browser.find("main").text())
        .contains("token 'the-approver' (approver)", "Ring", "pilot", "Reason", "Backups work");
  }

  @Test
  void aRingThatHasNotStartedOffersNoHalt() {
    visitor.signIn(Role.OPERATOR);
    visitor.open("/rollout");
    assertThat(browser.all("form[action='%s']".formatted(HALT))).isEmpty();
  }

  @Test
  void aJobRunsWhenItIsAskedFor() throws InterruptedException {
    visitor.signIn(Role.OPERATOR);
    visitor.follow("Jobs");
    visitor.click(visitor.form("/actions/jobs/expiry/run").find("button"));
    assertThat(visitor.notice()).isEqualTo("The job \"expiry\" runs as soon as it can.");

    served.site().pass(Duration.ofSeconds(10));
    JobRun run = served.ended();
    assertThat(run.job()).isEqualTo(JobKind.EXPIRY);
    visitor.open("/runs/" + run.id());
    assertThat(browser.find("main").text()).contains("token 'the-operator' (operator)");
  }

  @Test
  void aJobIsEnabledAfterAQuestionAndTheWayBackIsOffered() {
    visitor.signIn(Role.APPROVER);
    visitor.open("/jobs");
    visitor.click(browser.find("main a[href='/jobs/rollout/enable']"));
    visitor.form(ENABLE).find("button").click();
    assertThat(visitor.place()).isEqualTo("/jobs/rollout/enable");
    assertThat(served.schedule().history().modes().of(JobKind.ROLLOUT))
        .isEqualTo(JobMode.PLAN_ONLY);
    browser.find("#reviewed").click();
    visitor.click(visitor.form(ENABLE).find("button"));

    assertThat(visitor.notice()).isEqualTo("The job \"rollout\" is enabled now.");
    visitor.requireSound("jobs-enabled");
    visitor.click(visitor.form("/actions/jobs/rollout/plan-only").find("button"));
    assertThat(visitor.notice()).isEqualTo("The job \"rollout\" is plan-only now.");
    assertThat(served.schedule().history().modes().of(JobKind.ROLLOUT))
        .isEqualTo(JobMode.PLAN_ONLY);
  }

  @Test
  void whoeverMayOnlyReadSeesNoFormButTheWayOut() {
    visitor.signIn(Role.VIEWER);
    for (String path :
        new String[] {
          "/rollout", "/runs/1/plan", "/runs/1/approve", "/jobs", "/jobs/rollout/enable"
        }) {
      visitor.open(path);
      assertThat(browser.all("form[action^='/actions/']")).as(path).isEmpty();
    }
    assertThat(visitor.trouble()).isEmpty();
  }
}
