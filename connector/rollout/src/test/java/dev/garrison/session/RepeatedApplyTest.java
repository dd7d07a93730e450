package dev.garrison.session;

import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later rounds of one apply may write, and when there are none. */
final class RepeatedApplyTest {
  @TempDir private Path folder;

  private final ThingServer server = new ThingServer();
  private final ThingSource source = new ThingSource(List.of(wanted("a", ours("1"))));

  /** Applies a plan in which {@code a} is as wanted and the server is still at work on it. */
  private Applied run(Duration limit, Runnable meanwhile) throws InterruptedException {
    server.things.put("a", ours("1"));
    server.staysBusyWith.add("a");
    Session session =
        new Session(
            source,
            new ResourceTypes(List.of(server)),
            new StateFolder(folder),
            new Operator("root", "adm01", 42, "0.1.0"),
            Clock.fixed(ThingPlans.AS_OF, ZoneOffset.UTC));
    StoredPlan plan =
        session.stored(session.plan(Allowances.NONE), Optional.empty(), Optional.empty());
    return new RepeatedApply(session, _ -> meanwhile.run(), Duration.ofSeconds(20), _ -> {})
        .run(plan, limit, ApplyListener.silent());
  }

  @Test
  void anObjectThatOnlyWaitedIsNotChangedInALaterRound() {
    assertThatThrownBy(() ->
            run(
                Duration.ofMinutes(1),
                () -> {
                  server.staysBusyWith.clear();
                  server.things.put("a", ours("changed meanwhile"));
                }))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "While Garrison was waiting, thing/a began to require a change that isn't in the plan. Create a new plan with \"garrison plan\", review it, and apply that plan. Garrison didn't change this object. [PLAN_STALE GAR-0506]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void theLimitEndsTheWaitThoughTheSitesClockStandsStill() throws InterruptedException {
    AtomicInteger pauses = new AtomicInteger();
    Applied applied =
        run(
            Duration.ofMinutes(1),
            () -> assertThat(pauses.incrementAndGet()).isLessThanOrEqualTo(3));
    assertThat(pauses).hasValue(3);
    assertThat(applied.report().waits()).isTrue();
  }

  @Test
  void aLaterRoundHasAJournalOfItsOwnThoughTheSitesClockStandsStill() throws InterruptedException {
    source.things = List.of(wanted("a", ours("1")), wanted("b", ours("1").needing("a")));
    Applied applied = run(Duration.ofMinutes(1), server.staysBusyWith::clear);
    assertThat(applied.report().complete()).isTrue();
    assertThat(applied.run()).endsWith("Z-42-2");
    assertThat(server.writes).containsExactly("CREATE b");
  }

  @Test
  void withoutTimeToWaitThereIsOneRound() throws InterruptedException {
    Applied applied =
        run(
            Duration.ZERO,
            () -> {
              throw new AssertionError("nobody waits");
            });
    assertThat(applied.report().waits()).isTrue();
  }
}
