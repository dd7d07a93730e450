package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Absence;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of an update server that answered. */
final class UpdateWatchTest {
  private static final Optional<Instant> LATELY =
      Optional.of(Instant.parse("2026-11-24T00:00:00Z"));
  private static final List<LineStanding> LINES =
      List.of(
          new LineStanding(
              ReleaseLine.UNIFIED_AGENT, new Choice.Nothing(Absence.NOT_ON_SERVER), List.of()));

  private static ServerStanding.Reached reached(
      Optional<Instant> synchronised,
      List<LineStanding> lines,
      List<String> unread,
      List<String> leftOut,
      List<Diagnostic> contradictions) {
    return new ServerStanding.Reached(
        NamedServer.at("wsus01").server(),
        "10.0.20348",
        Optional.empty(),
        false,
        synchronised,
        Optional.empty(),
        lines,
        unread,
        leftOut,
        contradictions,
        List.of());
  }

  private static List<Diagnostic> contradiction() {
    return List.of(
        Diagnostic.warning(WsusCode.APPROVALS_CONTRADICT, "It says both.", "Look at the console."));
  }

  @Test
  void ofAServerThatIsWellNothingIsTold() {
    assertThat(UpdateWatch.toLookAt(reached(LATELY, LINES, List.of(), List.of(), List.of())))
        .isEmpty();
  }

  @Test
  void aServerWhoseLastSynchronizationFailedIsToldOf() {
    ServerStanding.Reached well = reached(LATELY, LINES, List.of(), List.of(), List.of());
    assertThat(
            UpdateWatch.toLookAt(
                new ServerStanding.Reached(
                    well.server(),
                    well.version(),
                    well.upstream(),
                    well.isReplica(),
                    well.synchronised(),
                    Optional.of(
                        new SyncEvent(
                            new UUID(0, 386),
                            SyncEvent.FAILED,
                            LATELY.orElseThrow(),
                            Optional.empty())),
                    well.lines(),
                    well.unread(),
                    well.leftOut(),
                    well.contradictions(),
                    well.neighbours())))
        .containsExactly(told("the last synchronization failed"));
  }

  @Test
  void aServerWhoseAnswersDoNotAgreeIsToldOf() {
    assertThat(UpdateWatch.toLookAt(reached(LATELY, LINES, List.of(), List.of(), contradiction())))
        .containsExactly(told("the server's answers about approvals contradict each other"));
  }

  @Test
  void everythingThatSpeaksForALookIsToldAtOnce() {
    assertThat(
            UpdateWatch.toLookAt(
                reached(
                    Optional.empty(),
                    List.of(),
                    List.of("title"),
                    List.of("row"),
                    contradiction())))
        .containsExactly(
            told(
                "no synchronization succeeded within a month, the server has no sensor update,"
                    + " some update titles aren't recognized, some rows of the server aren't recognized,"
                    + " the server's answers about approvals contradict each other"));
  }

  @Test
  void whyALineHasNoCurrentUpdateIsSaid() {
    assertThat(UpdateWatch.server(reached(LATELY, LINES, List.of(), List.of(), List.of())).lines())
        .extracting(UpdatesSeen.Line::why)
        .containsExactly(Optional.of(Absence.NOT_ON_SERVER.words()));
  }

  @Test
  void theNewestUpdateBesideTheSensorIsSaidByItsTitle() {
    ServerStanding standing =
        new ServerStanding.Reached(
            NamedServer.at("wsus01").server(),
            "10.0.20348",
            Optional.of("wsus00"),
            true,
            LATELY,
            Optional.empty(),
            LINES,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new NeighbourStanding(
                    "2267602",
                    "definitions",
                    Optional.of(titled("Definitions 1.4")),
                    List.of("All Computers"))));
    assertThat(UpdateWatch.server(standing).beside())
        .containsExactly(
            new UpdatesSeen.Beside(
                "2267602",
                "definitions",
                Optional.of("Definitions 1.4"),
                List.of("All Computers")));
  }

  private static Update titled(String title) {
    Instant time = LATELY.orElseThrow();
    return new Update(
        new UpdateIdentity(new UUID(0, 1), 200),
        Labels.of(title, Set.of("2267602"), Set.of()),
        new Standing(Publication.PUBLISHED, true, false, false, Optional.empty(), time, time),
        new Installation(ContentState.READY, Licence.NONE, false, false));
  }

  private static Finding told(String why) {
    return new Finding(
        "GAR-1113",
        "warning",
        "The update server \"wsus01:8531\" needs attention: " + why + ".",
        "Run \"garrison wsus status --server wsus01:8531\" for details.");
  }
}
