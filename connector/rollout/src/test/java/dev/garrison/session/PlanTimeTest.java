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
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time in which a plan may be carried out. */
final class PlanTimeTest {
  @TempDir Path folder;

  private final ThingServer server = new ThingServer();
  private final ThingSource source = new ThingSource(List.of(wanted("a", ours("1"))));
  private Instant now = ThingPlans.AS_OF;

  private Session session() {
    return new Session(
        source,
        new ResourceTypes(List.of(server)),
        new StateFolder(folder),
        new Operator("root", "adm01", 42, "0.1.0"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private StoredPlan stored(Optional<Instant> expires) {
    Session session = session();
    return session.stored(session.plan(Allowances.NONE), Optional.empty(), expires);
  }

  private void apply(StoredPlan plan) {
    try (WriteSession writing = session().write()) {
      writing.apply(plan, ApplyListener.silent());
    }
  }

  private void isRefused(StoredPlan plan, String why) {
    assertThatThrownBy(() -> apply(plan))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The plan "
                + why
                + ". Create a new plan with \"garrison plan\". No changes were made. [PLAN_EXPIRED GAR-0510]");
    assertThat(server.writes).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPlanHoldsUntilTheInstantAtWhichItExpires() {
    StoredPlan plan = stored(Optional.of(Instant.parse("2026-11-25T08:00:00Z")));
    now = Instant.parse("2026-11-25T08:00:00Z");
    isRefused(plan, "expired at 2026-11-25T08:00:00Z");
    now = now.minusNanos(1);
    apply(plan);
    assertThat(server.writes).containsExactly("CREATE a");
  }

  @Test
  void aPlanHoldsUntilTheInstantAtWhichItsDeadlinesAreTooNear() {
    StoredPlan plan =
        new StoredPlan("0.1.0", Optional.empty(), Instant.MAX, stored(Optional.empty()).plan());
    now = ThingPlans.VALID_UNTIL;
    isRefused(
        plan,
        "can't be applied after 2027-01-31T00:00:00Z, because its deadlines would be too near");
    now = now.minusNanos(1);
    apply(plan);
    assertThat(server.writes).containsExactly("CREATE a");
  }

  @Test
  void aPlanFromAClockFiveMinutesAheadHoldsAndFromOneFurtherAheadDoesNot() {
    StoredPlan plan = stored(Optional.empty());
    now = Instant.parse("2026-11-24T20:54:59.999Z");
    isRefused(plan, "was created for 2026-11-24T21:00:00Z, which is in the future");
    now = Instant.parse("2026-11-24T20:55:00Z");
    apply(plan);
    assertThat(server.writes).containsExactly("CREATE a");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-12-04T21:00:00Z",
    "2026-11-25T08:00:00Z, 2026-11-25T08:00:00Z",
    "2027-01-31T00:00:00Z, 2027-01-31T00:00:00Z",
    "2027-02-01T00:00:00Z, 2027-01-31T00:00:00Z"
  })
  void aPlanExpiresAsAskedButNeverAfterItsDeadlinesAreTooNear(String asked, Instant expires) {
    assertThat(
            stored(Optional.of(asked).filter(text -> !text.isEmpty()).map(Instant::parse))
                .expires())
        .isEqualTo(expires);
  }

  @Test
  void aPlanOfAnotherSiteStateIsStaleAndNotExpired() {
    StoredPlan plan = stored(Optional.empty());
    server.things.put("a", ours("0"));
    assertThatThrownBy(() -> apply(plan))
        .hasMessage(
            "The plan is stale: thing/a has changed since the plan was created. Create a new plan with \"garrison plan\", review it, and apply that plan. No changes were made. [PLAN_STALE GAR-0506]");
  }
}
