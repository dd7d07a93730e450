package dev.garrison.wsus.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One synchronisation, from its start to the event that says how it ended. */
final class SyncRunTest {
  private static final WsusServer NAMED = NamedServer.at("wsus01").server();
  private static final UUID KNOWN = new UUID(7, 1);

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");
  private final List<String> heard = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  /** What happens in each pause, one after the other. */
  private final Deque<Runnable> later = new ArrayDeque<>();

  private final SyncListener listener =
      new SyncListener() {
        @Override
        public void begun(WsusServer server, boolean ours) {
          heard.add(ours ? "started" : "joined");
        }

        @Override
        public void goesOn(WsusServer server, String progress) {
          heard.add(progress);
        }

        @Override
        public void ended(WsusServer server, SyncOutcome outcome) {
          heard.add("ended");
        }
      };

  private SyncRun run(Duration limit) {
    return new SyncRun(
        fake,
        new SyncCheck(
            NAMED, new SyncDecision.Start(), Optional.empty(), Optional.empty(), Set.of(KNOWN)),
        new SyncRun.Surroundings(
            () -> fake.has().now, this::pause, FakeMemory.START.plus(limit), listener));
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    fake.has().now = fake.has().now.plus(duration);
    Runnable next = later.poll();
    if (next != null) {
      next.run();
    }
  }

  private SyncOutcome start() {
    return run(Duration.ofHours(1)).start();
  }

  private void ends(int event, Optional<String> reason) {
    fake.has().syncState = SyncState.NOT_RUNNING;
    fake.has().events.add(new SyncEvent(new UUID(7, 2), event, fake.has().now, reason));
  }

  @Test
  void oneThatEndsWellIsStartedAndWatched() {
    later.add(() -> fake.has().syncProgress.add(new SyncProgress(1, 4, 3)));
    later.add(() -> {});
    later.add(() -> ends(SyncEvent.SUCCEEDED, Optional.empty()));

    assertThat(start()).isEqualTo(new SyncOutcome.Succeeded(FakeMemory.START.plusSeconds(60)));
    assertThat(heard).containsExactly("started", "3 of 4 updates");
    assertThat(pauses).containsOnly(Duration.ofSeconds(20)).hasSize(3);
    assertThat(fake.calls().writes()).containsExactly("startSynchronization");
  }

  @Test
  void oneThatRunsIsJoinedAndNotStarted() {
    fake.has().syncState = SyncState.WORKING;
    later.add(() -> ends(SyncEvent.SUCCEEDED, Optional.empty()));

    assertThat(run(Duration.ofHours(1)).join()).isInstanceOf(SyncOutcome.Succeeded.class);
    assertThat(heard).containsExactly("joined");
    assertThat(fake.calls().writes()).isEmpty();
  }

  @Test
  void howItEndedIsWhatItsEventSays() {
    later.add(() -> ends(SyncEvent.FAILED, Optional.of("no connection")));
    assertThat(start()).isEqualTo(new SyncOutcome.Failed(Optional.of("no connection")));
  }

  @ParameterizedTest
  @CsvSource({"385", "387"})
  void somebodyStoppedIt(int event) {
    later.add(() -> ends(event, Optional.empty()));
    assertThat(start()).isEqualTo(new SyncOutcome.Cancelled());
  }

  @Test
  void theLatestEndingCountsAndNoneThatWasThereBefore() {
    fake.has()
        .events
        .add(
            new SyncEvent(
                KNOWN, SyncEvent.FAILED, FakeMemory.START.plusSeconds(90), Optional.empty()));
    fake.has()
        .events
        .add(
            new SyncEvent(
                new UUID(7, 3),
                SyncEvent.FAILED,
                FakeMemory.START.minusSeconds(90),
                Optional.empty()));
    later.add(() -> ends(SyncEvent.SUCCEEDED, Optional.empty()));

    assertThat(start()).isInstanceOf(SyncOutcome.Succeeded.class);
  }

  @Test
  void oneThatStillRunsWhenTheTimeIsUpGoesOnByItself() {
    fake.has().syncProgress.add(new SyncProgress(3, 9, 2));

    assertThat(run(Duration.ofSeconds(30)).start())
        .isEqualTo(new SyncOutcome.Running(Optional.of("2 of 9 categories")));
    assertThat(pauses).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(10));
    assertThat(heard).containsExactly("started", "2 of 9 categories");
  }

  @Test
  void withoutTimeItIsLookedAtOnce() {
    assertThat(run(Duration.ZERO).start()).isEqualTo(new SyncOutcome.Running(Optional.empty()));
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NOT_RUNNING, sync.no-event", "FAILED, sync.no-event-after-failure"})
  void withoutAnEventForTwoMinutesNobodyKnows(SyncState state, String why) {
    fake.calls().before("syncState", () -> fake.has().syncState = state);

    assertThat(start()).isEqualTo(new SyncOutcome.Unknown(Text.of(why)));
    assertThat(pauses).hasSize(5);
  }

  @Test
  void whileOneRunsPatienceBeginsAnew() {
    fake.has().syncState = SyncState.NOT_RUNNING;
    for (int i = 0; i < 4; i++) {
      later.add(() -> fake.has().syncState = SyncState.NOT_RUNNING);
    }
    later.add(() -> fake.has().syncState = SyncState.WORKING);
    later.add(() -> fake.has().syncState = SyncState.NOT_RUNNING);

    assertThat(run(Duration.ofHours(1)).join()).isInstanceOf(SyncOutcome.Unknown.class);
    assertThat(pauses).hasSize(11);
  }

  @Test
  void aStartThatWasNotConfirmedIsWatchedAllTheSame() {
    fake.calls().fail("startSynchronization", FailureKind.LOST_ANSWER, "cut");
    fake.has().syncState = SyncState.WORKING;
    later.add(() -> ends(SyncEvent.SUCCEEDED, Optional.empty()));

    assertThat(start()).isInstanceOf(SyncOutcome.Succeeded.class);
  }

  @Test
  void aStartThatIsRefusedIsNotWatched() {
    fake.calls().fail("startSynchronization", FailureKind.ACCESS_DENIED, "no");

    assertThatThrownBy(this::start).hasMessageContaining("denied access");
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"UNAVAILABLE", "TIMEOUT", "BROKEN_ANSWER", "SET_ASIDE", "NO_FREE_PLACE", "REFUSED"})
  void aFailureThatMayPassIsWaitedOut(FailureKind kind) {
    fake.calls().fail("syncState", kind, "for now");
    later.add(() -> {
      fake.calls().heal("syncState");
      ends(SyncEvent.SUCCEEDED, Optional.empty());
    });

    assertThat(start()).isInstanceOf(SyncOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNAVAILABLE", "TIMEOUT", "BROKEN_ANSWER", "SET_ASIDE", "NO_FREE_PLACE", "REFUSED"})
  void afterAnyOtherFailureNobodyKnows(FailureKind kind) {
    fake.calls().fail("syncState", kind, "for good");

    assertThat(start()).isInstanceOf(SyncOutcome.Unknown.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aServerThatStaysSilentUntilTheTimeIsUpIsUnknown() {
    fake.calls().fail("syncState", FailureKind.UNAVAILABLE, "down");

    assertThat(((SyncOutcome.Unknown) start()).why())
        .hasToString("WSUS server wsus01:8531 can't be reached: a call (down).");
    assertThat(fake.has().now).isEqualTo(FakeMemory.START.plus(Duration.ofHours(1)));
  }

  @Test
  void whoIsInterruptedWhileOneRunsStopsWaiting() {
    SyncRun run =
        new SyncRun(
            fake,
            SyncCheck.without(NAMED, new SyncDecision.Start()),
            new SyncRun.Surroundings(
                () -> fake.has().now,
                _ -> {
                  throw new InterruptedException();
                },
                FakeMemory.START.plusSeconds(60),
                listener));

    assertThatThrownBy(run::start)
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while a synchronisation runs")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
