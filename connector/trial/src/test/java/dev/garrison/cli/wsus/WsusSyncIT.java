package dev.garrison.cli.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.work.SyncState;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialWsus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synchronisations of stand-in servers, in their order. */
final class WsusSyncIT {
  private static final String UPSTREAM = "wsus01.lab.example";
  private static final String DOWNSTREAM = "wsus02.lab.example";
  private static final String UPDATE_POINT = "sup01.lab.example";
  private static final String START = "StartSubscriptionManually";

  @TempDir private Path folder;
  private TrialWsus trial;

  @BeforeEach
  void aDayAfterTheLastSynchronisation() {
    trial = new TrialWsus(folder);
    trial.passWhileWaiting();
    trial.replace(
        address(UPDATE_POINT) + "\", owner: wsus", address(UPDATE_POINT) + "\", owner: mecm");
    trial.allowWrites();
    trial.lab().clock().advance(Duration.ofDays(1));
  }

  @AfterEach
  void nothingButStartsIsWrittenAndOnlyAsTheContractSays() {
    trial
        .lab()
        .updateServers()
        .all()
        .forEach(server -> {
          assertThat(server.calls().operations()).doesNotContain("StopSubscription");
          assertThat(server.calls().writes()).allMatch(call -> call.operation().equals(START));
          assertThat(server.calls().violations()).isEmpty();
        });
    trial.close();
  }

  private String address(String server) {
    return trial.server(server).url().toString();
  }

  private String name(String server) {
    return trial.server(server).url().getAuthority();
  }

  private long starts(String server) {
    return trial.server(server).calls().operations().stream().filter(START::equals).count();
  }

  private void next(String server, Synchronisation.Ending ending) {
    trial.server(server).inConsole(all -> all.synchronisation().next(ending));
  }

  private JsonNode server(Ended ended, String server) {
    for (JsonNode each : new Json().parse(ended.out()).path("servers")) {
      if (each.path("server").asText().equals(name(server))) {
        return each;
      }
    }
    throw new AssertionError(ended.out());
  }

  @Test
  void whatWouldBeStartedIsShownAndNothingIsStarted() {
    Ended ended = trial.run("sync", "--dry-run");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out().replaceAll("20[0-9-]+ [0-9]+:[0-9]+( UTC)?", "TIME"))
        .isEqualTo(
            """
            trial, TIME

              %1$s  start; synchronized TIME
              %2$s  start after %1$s; synchronized TIME
              %3$s  start after %1$s; synchronized TIME
              %4$s  skip; Configuration Manager synchronizes this server

              3 synchronizations to start.
            """
                .formatted(
                    name(UPSTREAM),
                    name(DOWNSTREAM),
                    name("wsus03.lab.example"),
                    name(UPDATE_POINT)));
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void whoNeedNotBeKnownToBeAboveAnotherIsNotAskedForThoseBelowIt() {
    Ended ended = trial.run("sync", "--yes", "--server", name(UPSTREAM));
    assertThat(ended.code()).isZero();
    assertThat(trial.server(UPSTREAM).calls().operations())
        .contains(START)
        .doesNotContain("ExecuteSPGetAllDownstreamServers");
  }

  @Test
  void whereNobodyKnowsWhetherOneIsAboveAnotherTheLowerOneIsNotStarted() {
    trial
        .server(UPSTREAM)
        .faults()
        .status(RequestMatcher.of("GET", ".*ExecuteSPGetAllDownstreamServers"), 500, 1000);
    Ended ended = trial.run("sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(starts(UPSTREAM)).isEqualTo(1);
    assertThat(starts(DOWNSTREAM)).isZero();
    assertThat((ended.out() + ended.err()).replaceAll("\\s+", " "))
        .contains(
            "Garrison can't determine whether WSUS server %s synchronizes from %s, which doesn't report its downstream servers. [GAR-0557]"
                .formatted(name(DOWNSTREAM), name(UPSTREAM)))
        .doesNotContain("All servers are synchronized");
  }

  @Test
  void aDownstreamServerIsSynchronisedAfterItsUpstreamServer() {
    Ended ended = trial.run("sync", "--yes");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains(
            "succeeded",
            "All servers are synchronized. 1 server is left to Configuration Manager.");
    assertThat(ended.err().lines().map(line -> line.substring(line.indexOf("127"))))
        .containsSubsequence(
            name(UPSTREAM) + "  started",
            name(UPSTREAM) + "  succeeded",
            name(DOWNSTREAM) + "  started",
            name(DOWNSTREAM) + "  succeeded");
    assertThat(starts(DOWNSTREAM)).isOne();
    assertThat(starts(UPDATE_POINT)).isZero();
  }

  @Test
  void aReplicaIsSynchronisedToo() {
    trial.run("sync", "--yes");
    assertThat(starts("wsus03.lab.example")).isOne();
  }

  @Test
  void runningAgainLeavesServersAlone() {
    trial.run("sync", "--yes");
    Ended again = trial.run("sync");
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out())
        .contains("No synchronization to start.", "All servers are synchronized.");
    assertThat(starts(UPSTREAM)).isOne();
  }

  @Test
  void progressIsTold() {
    assertThat(trial.runOn(UPSTREAM, "sync", "--yes").err()).contains("  2 of 4 updates");
  }

  @Test
  void nothingIsStartedWithoutAgreement() {
    Ended ended = trial.run("sync");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("Confirmation required, but there is no terminal.");
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void aFailureIsToldAndHoldsBackTheServersBelow() {
    next(UPSTREAM, Synchronisation.Ending.FAILURE);
    Ended ended = trial.run("sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "The synchronization of WSUS server %s failed: WebException: The operation has timed out. [GAR-0983]"
                .formatted(name(UPSTREAM)),
            "WSUS server %s wasn't synchronized because its upstream server %s wasn't. [GAR-0986]"
                .formatted(name(DOWNSTREAM), name(UPSTREAM)),
            "3 servers need attention.");
    assertThat(starts(DOWNSTREAM)).isZero();
  }

  @Test
  void thatAServerDoesNotSayWhyItFailedIsUsual() {
    next(DOWNSTREAM, Synchronisation.Ending.FAILURE);
    assertThat(trial.run("sync", "--yes").out())
        .contains("failed. WSUS shows no details, as is usual since October 2025.", "[GAR-0983]");
  }

  @Test
  void anEndWithoutAnEventIsUnknown() {
    next(UPSTREAM, Synchronisation.Ending.NO_EVENT);
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(
            "The result of the synchronization of WSUS server %s is unknown. No synchronization is running, and no event shows how this one ended."
                .formatted(name(UPSTREAM)));
  }

  @Test
  void oneThatHangsIsLeftRunning() {
    next(UPSTREAM, Synchronisation.Ending.HANG);
    Ended ended = trial.run("sync", "--yes", "--json");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(server(ended, UPSTREAM).path("outcome").asText()).isEqualTo("running");
    assertThat(server(ended, DOWNSTREAM).path("outcome").asText()).isEqualTo("waits");
    assertThat(starts(DOWNSTREAM)).isZero();
  }

  @Test
  void oneThatRunsIsWaitedForAndNotStartedAgain() {
    trial.server(UPSTREAM).inConsole(all -> all.synchronisation().startBySchedule());
    Ended ended = trial.runOn(UPSTREAM, "sync");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("already synchronizing; waiting for the end", "succeeded");
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void withoutWaitingOnlyTheTopmostIsStarted() {
    Ended ended = trial.run("sync", "--yes", "--wait", "0s");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out())
        .contains(
            "still running: about to start",
            "not started: its upstream server %s hasn't synchronized yet".formatted(name(UPSTREAM)),
            "3 servers aren't synchronized yet. Run \"garrison wsus sync\" again.");
    assertThat(state(UPSTREAM)).isEqualTo(SyncState.RUN_REQUESTED);
    assertThat(starts(DOWNSTREAM)).isZero();
  }

  private SyncState state(String server) {
    List<SyncState> seen = new ArrayList<>();
    trial.server(server).inConsole(all -> seen.add(all.synchronisation().state()));
    return seen.getFirst();
  }

  @Test
  void aStartWhoseAnswerIsLostIsWatchedAllTheSame() {
    trial.server(UPSTREAM).faults().cutAfterEffect(RequestMatcher.of("POST", START));
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(starts(UPSTREAM)).isOne();
  }

  @Test
  void aServerThatIsAwayWhileItSynchronisesIsLookedAtAgainLater() {
    Faults faults = trial.server(UPSTREAM).faults();
    faults.actAfterWrite(
        1, () -> faults.status(RequestMatcher.of("GET", "GetSubscriptionState"), 503, 9));
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes", "--wait", "2h");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(faults.next("GET", "GetSubscriptionState")).isEmpty();
  }

  @Test
  void aServerThatStaysAwayLeavesTheOutcomeUnknown() {
    Faults faults = trial.server(UPSTREAM).faults();
    faults.actAfterWrite(
        1, () -> faults.statusFromNowOn(RequestMatcher.of("GET", "GetSubscriptionState"), 503));
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("result UNKNOWN", "is unknown. Requests to WSUS server");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void oneThatAPersonCancelledIsSaidToBeSo(boolean by385) {
    next(UPSTREAM, Synchronisation.Ending.CANCELLED);
    if (by385) {
      trial.server(UPSTREAM).quirks(quirks -> quirks.vary(Variant.CANCELLED_AS_385));
    }
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "The synchronization of WSUS server %s was canceled. [GAR-0984]"
                .formatted(name(UPSTREAM)));
  }

  @Test
  void aReporterMayNotStartOne() {
    trial.server(UPSTREAM).quirks(quirks -> quirks.role(1));
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(
            "The account can't start a synchronization on WSUS server %s, because the account is a member of WSUS Reporters only. [GAR-0980]"
                .formatted(name(UPSTREAM)));
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void belowAServerThatCannotBeUsedNothingIsStarted() {
    trial.server(UPSTREAM).quirks(quirks -> quirks.role(1));
    Ended ended = trial.run("sync", "--yes", "--json");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(server(ended, UPSTREAM).path("outcome").asText()).isEqualTo("refused");
    assertThat(server(ended, DOWNSTREAM).path("outcome").asText()).isEqualTo("not-started");
    assertThat(server(ended, DOWNSTREAM).path("failures").get(0).path("code").asText())
        .isEqualTo("GAR-0986");
    assertThat(starts(DOWNSTREAM)).isZero();
  }

  @Test
  void anotherServerThanTheManifestMeansIsNotStarted() {
    trial.replace(
        "serverId: " + trial.server(UPSTREAM).id(),
        "serverId: 1f6f1c52-7b0b-4d0e-9a6b-1f5c2f1f2a02");
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains(" has the server ID ", "[GAR-0934]");
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void aServerThatMayNotBeWrittenToIsNotStarted() {
    trial.replace(", allowWrites: true}", "}");
    Ended ended = trial.runOn(UPSTREAM, "sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "The manifest doesn't allow changes on WSUS server " + name(UPSTREAM) + ".",
            "[GAR-0996]");
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void showingAServerThatMayNotBeWrittenToIsNoError() {
    trial.replace(", allowWrites: true}", "}");
    Ended ended = trial.runOn(UPSTREAM, "sync", "--dry-run");
    assertThat(ended.out())
        .contains(
            "skip; the manifest doesn't allow changes to this server\n\n  No synchronization to start.");
    assertThat(ended.code()).isEqualTo(0);
  }

  @Test
  void aServerThatNobodySetUpIsNotStarted() {
    trial.server(UPSTREAM).inConsole(all -> all.state().settings().initialized(false));
    assertThat(trial.runOn(UPSTREAM, "sync", "--yes").out())
        .contains("The initial configuration of WSUS server", "[GAR-0981]");
    assertThat(starts(UPSTREAM)).isZero();
  }

  @Test
  void aDeadServerDoesNotKeepOthersFromBeingSynchronised() {
    String dead = address("wsus03.lab.example");
    trial.replace(dead, "http://127.0.0.1:1");
    Ended ended = trial.run("sync", "--yes");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("can't be used", "1 server needs attention.");
    assertThat(starts(DOWNSTREAM)).isOne();
  }

  @Test
  void programsGetThePlanAsJson() {
    Ended ended = trial.run("sync", "--dry-run", "--json");
    assertThat(new Json().parse(ended.out()).path("format").asText())
        .isEqualTo("garrison.wsus-sync/1");
    assertThat(server(ended, DOWNSTREAM).path("decision").asText()).isEqualTo("start");
    assertThat(server(ended, DOWNSTREAM).path("upstream").asText()).isEqualTo(name(UPSTREAM));
    assertThat(server(ended, UPDATE_POINT).path("decision").asText()).isEqualTo("left-to-mecm");
  }
}
