package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun.Reason;
import dev.garrison.job.RunOrigin;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Beside;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.page.SearchPage.Hit;
import dev.garrison.server.page.SearchPage.Kind;
import dev.garrison.server.page.SearchPage.Model;
import dev.garrison.server.page.fleet.PageTrial;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.MadePlans;
import dev.garrison.state.JournalFolder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search over everything. */
final class SearchPageTest extends PageTrial {
  private final Map<String, JournalFolder> journals = Map.of();

  private View search(String text) {
    return view(
        new SearchPage(manifest, history, journals).page(), Map.of(), Map.of("q", List.of(text)));
  }

  private Model found(String text) {
    return (Model) search(text).model();
  }

  private void servers(int count) {
    check(
        NOW,
        IntStream.rangeClosed(1, count)
            .mapToObj(n ->
                seen(
                    "pilot",
                    n,
                    String.format(Locale.ROOT, "SQL%02d", n),
                    ServerState.ONBOARDED,
                    ""))
            .toArray(Seen[]::new));
  }

  private void updates() {
    long run = begin(JobKind.STATUS, Reason.SCHEDULE, "x", NOW);
    Group group =
        new Group(
            "Pilot servers",
            false,
            true,
            false,
            Optional.of("10.8735.26020.1009"),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            0,
            0,
            0);
    Line line =
        new Line(
            "unified agent",
            "",
            Optional.of("10.8798.25857.1000"),
            Optional.empty(),
            Optional.empty(),
            List.of(group));
    history
        .updates()
        .keep(
            run,
            Optional.of(
                new UpdatesSeen(
                    NOW,
                    List.of(
                        new OnServer(
                            "wsus01:8531",
                            "garrison",
                            Optional.of("10.0"),
                            Optional.empty(),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(line),
                            List.of(),
                            List.of(
                                new Beside(
                                    "KB4052623",
                                    "platform",
                                    Optional.of("Update for Defender"),
                                    List.of())),
                            List.of())))));
  }

  @Test
  void theOnlyResultIsShownAtOnce() {
    servers(12);

    assertThat(search("ql07").address()).contains("/servers/SQL07");
    assertThat(search("bro").address()).contains("/rollout");
  }

  @Test
  void serversAreFoundByAnyPartOfTheirNameAndBounded() {
    servers(12);

    Kind kind = found("sql").kinds().getFirst();

    assertThat(kind.title()).isEqualTo("Servers");
    assertThat(kind.all()).isEqualTo(12);
    assertThat(kind.hits()).hasSize(10);
    assertThat(kind.hits().getFirst()).isEqualTo(new Hit("SQL01", "Ring pilot", "/servers/SQL01"));
    assertThat(kind.more()).contains(new Hit("All 12 servers", "", "/servers?name=sql"));
  }

  @Test
  void aRunIsFoundByItsNumber() {
    long run = change(Reason.SCHEDULE, "x", NOW);

    assertThat(search(String.valueOf(run)).address()).contains("/runs/" + run);
    assertThat(found(String.valueOf(run + 1)).kinds()).isEmpty();
  }

  @Test
  void runsAreFoundByTheirJob() {
    change(Reason.SCHEDULE, "x", NOW);
    change(Reason.SCHEDULE, "x", NOW);

    assertThat(found("rollo").kinds().getFirst().hits())
        .extracting(Hit::title, Hit::link)
        .containsExactly(
            tuple("Run 2, job rollout", "/runs/2"), tuple("Run 1, job rollout", "/runs/1"));
    assertThat(found("rollo").kinds().getFirst().more())
        .contains(new Hit("All runs of job rollout", "", "/runs?job=rollout"));
  }

  @Test
  void updatesAreFoundByArticleFamilyAndVersion() {
    updates();
    Hit hit = new Hit("unified agent 10.8798.25857.1000", "wsus01:8531", "/updates");

    for (String text :
        List.of("KB5005292", "5005292", "unified", "10.8798", "10.8735.26020.1009")) {
      assertThat(search(text).address()).as(text).contains(hit.link());
    }
    assertThat(search("kb4052623").address()).contains("/updates");
  }

  @Test
  void aGroupOfAnUpdateServerIsFoundBesideARingOfTheSameName() {
    updates();

    assertThat(found("pilot").kinds())
        .extracting(Kind::title, Kind::hits)
        .containsExactly(
            tuple("Rings", List.of(new Hit("pilot", "", "/rollout"))),
            tuple("WSUS groups", List.of(new Hit("Pilot servers", "wsus01:8531", "/updates"))));
  }

  @Test
  void anUpdateServerIsFoundByItsName() {
    updates();
    check(NOW, seen("pilot", 1, "WSUS01", ServerState.ONBOARDED, ""));

    assertThat(found("wsus01").kinds())
        .extracting(Kind::title, Kind::hits)
        .containsExactly(
            tuple("Servers", List.of(new Hit("WSUS01", "Ring pilot", "/servers/WSUS01"))),
            tuple("WSUS servers", List.of(new Hit("wsus01:8531", "", "/updates"))));
  }

  @Test
  void aRunIsFoundByTheChangeNumberAndTheCommentOfItsApproval() {
    long run =
        history
            .runs()
            .begin(
                JobKind.ROLLOUT,
                Reason.APPROVAL,
                "anna",
                JobMode.ENABLED,
                NOW,
                RunOrigin.approval(
                    1,
                    new ApprovalNote(
                        Optional.of("CHG0041313"), Optional.of("As agreed with the board"))));
    end(run, JobKind.ROLLOUT, NOW, List.of());
    end(begin(JobKind.DRIFT, Reason.SCHEDULE, "x", NOW), JobKind.DRIFT, NOW, List.of());
    Kind runs =
        new Kind(
            "Runs",
            1,
            List.of(
                new Hit(
                    "Run 1, job rollout",
                    "Change CHG0041313: As agreed with the board",
                    "/runs/1")),
            Optional.empty());

    assertThat(search("chg0041").address()).contains("/runs/1");
    check(NOW, seen("pilot", 1, "BOARD01", ServerState.ONBOARDED, ""));
    assertThat(found("board").kinds()).hasSize(2).contains(runs);
  }

  @Test
  void anObjectIsFoundInThePlanThatWaits() {
    long run = begin(JobKind.ROLLOUT, Reason.SCHEDULE, "x", NOW);
    history
        .runs()
        .end(
            run,
            JobKind.ROLLOUT,
            new JobReport(
                JobOutcome.PENDING,
                "",
                List.of(),
                Optional.of(
                    MadePlans.stored(
                        MadePlans.plan(
                            MadePlans.change(
                                Action.CREATE, new Address("collection", "MDE pilot - all")),
                            MadePlans.change(
                                Action.CREATE, new Address("deployment", "MDE pilot - 2022")),
                            MadePlans.change(
                                Action.NO_OP, new Address("deployment", "MDE pilot - 2019"))))),
                List.of(),
                false,
                List.of()),
            NOW);

    assertThat(found("mde pilot").kinds())
        .extracting(Kind::title, Kind::hits)
        .containsExactly(
            tuple(
                "Objects",
                List.of(
                    new Hit("MDE pilot - all", "collection, in the plan of run 1", "/runs/1/plan"),
                    new Hit(
                        "MDE pilot - 2022", "deployment, in the plan of run 1", "/runs/1/plan"))));
  }

  @Test
  void withoutAResultThePageSaysWhatIsNotCheckedYet() {
    Model none = found("nobody");

    assertThat(none.kinds()).isEmpty();
    assertThat(none.text()).isEqualTo("nobody");
    assertThat(none.unchecked())
        .containsExactly(
            "Servers are not checked yet.", "WSUS groups and updates are not checked yet.");
  }

  @Test
  void anEmptySearchFindsNothing() {
    servers(1);

    assertThat(found(" ").kinds()).isEmpty();
  }
}
