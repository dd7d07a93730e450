package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanTest {
  private static final Diagnostic WARNING =
      Diagnostic.warning(EngineCode.PLAN_STALE, "It is late.", "Hurry.");

  private final ThingServer server = new ThingServer();

  /** An intent in which nothing is empty. */
  private static Intent full(OffboardDecision leaving, Wanted<?>... wanted) {
    Intent plain = intent(wanted);
    return new Intent(
        plain.manifest(),
        plain.manifestDigest(),
        plain.site(),
        plain.survey(),
        plain.packages(),
        plain.rings(),
        List.of(leaving),
        List.of("first"),
        plain.asOf(),
        plain.validUntil(),
        plain.wanted(),
        List.of(WARNING));
  }

  private static OffboardDecision through(String... names) {
    return new OffboardDecision(
        "old",
        "MDE leaving",
        List.of("SRV1"),
        25,
        Arrays.stream(names).map(ThingServer::address).toList());
  }

  private static Plan of(Action... actions) {
    return planOf(List.of(), actions);
  }

  private static Plan planOf(List<OffboardDecision> leaving, Action... actions) {
    List<PlannedChange> changes =
        IntStream.range(0, actions.length)
            .mapToObj(index ->
                new PlannedChange(
                    address("t" + index),
                    actions[index],
                    "a thing",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "f00d",
                    List.of()))
            .toList();
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(),
        leaving,
        List.of(),
        ThingPlans.AS_OF,
        Optional.empty(),
        Allowances.NONE,
        changes,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "NO_OP, false, false",
    "CREATE, true, false",
    "UPDATE, true, false",
    "REPLACE, true, false",
    "DELETE, true, false",
    "WAIT, false, true",
    "MANUAL, false, true"
  })
  void oneChangeDecidesWhatThePlanIs(Action action, boolean writes, boolean waits) {
    Plan plan = of(Action.NO_OP, action);
    assertThat(plan.writes()).isEqualTo(writes);
    assertThat(plan.waits()).isEqualTo(waits);
    assertThat(plan.converged()).isEqualTo(!writes && !waits);
  }

  @Test
  void aPlanThatBothWritesAndWaitsIsBoth() {
    Plan plan = of(Action.WAIT, Action.CREATE);
    assertThat(plan.writes()).isTrue();
    assertThat(plan.waits()).isTrue();
    assertThat(plan.converged()).isFalse();
  }

  @Test
  void aPlanOfNothingIsConverged() {
    assertThat(of().converged()).isTrue();
  }

  @Test
  void changesAreCountedByWhatTheyDo() {
    Plan plan = of(Action.CREATE, Action.WAIT, Action.CREATE);
    assertThat(plan.count(Action.CREATE)).isEqualTo(2);
    assertThat(plan.count(Action.WAIT)).isEqualTo(1);
    assertThat(plan.count(Action.DELETE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, true, true",
    "UPDATE, true, true",
    "DELETE, true, true",
    "WAIT, false, true",
    "MANUAL, false, false",
    "NO_OP, false, false"
  })
  void aPlanTakesServersOutThroughWhatItWritesAndLaterThroughWhatWaits(
      Action action, boolean now, boolean later) {
    OffboardDecision leaving = through("t1");
    Plan plan = planOf(List.of(leaving), Action.NO_OP, action);
    assertThat(plan.takesOut(false)).isEqualTo(now ? List.of(leaving) : List.of());
    assertThat(plan.takesOut(true)).isEqualTo(later ? List.of(leaving) : List.of());
  }

  @Test
  void aPlanTakesNobodyOutThroughOtherObjects() {
    assertThat(planOf(List.of(through("other"), through()), Action.CREATE).takesOut(true))
        .isEmpty();
  }

  @Test
  void aPlanPinsAllThatItsIntentRestsOn() {
    Intent intent = full(through("a"), wanted("a", ours("1")));
    Planned planned = plan(server, intent);
    Plan plan = planned.plan();
    assertThat(plan.manifest()).isEqualTo("contoso-prod");
    assertThat(plan.manifestDigest()).isEqualTo(intent.manifestDigest());
    assertThat(plan.site()).isEqualTo("site PS1");
    assertThat(plan.survey()).isEqualTo(Map.of("site.build", "9058"));
    assertThat(plan.packages()).isEqualTo(Map.of("onboarding", "abc"));
    assertThat(plan.rings()).isEqualTo(intent.rings());
    assertThat(plan.offboarding()).containsExactly(through("a"));
    assertThat(plan.remarks()).containsExactly("first");
    assertThat(plan.asOf()).isEqualTo(ThingPlans.AS_OF);
    assertThat(plan.validUntil()).contains(ThingPlans.VALID_UNTIL);
    assertThat(plan.allowances()).isEqualTo(Allowances.NONE);
    assertThat(planned.warnings()).containsExactly(WARNING);
  }

  @Test
  void aPlanReducedToSomeObjectsKeepsAllElseAndNamesNoOrphan() {
    server.things.put("old", ours("1"));
    Planned planned =
        plan(server, full(through("a"), wanted("a", ours("1")), wanted("b", ours("1"))));
    assertThat(planned.plan().orphans()).containsExactly("thing/old");
    Planned reduced = planned.only(Set.of(address("b")));
    assertThat(reduced.plan().changes())
        .extracting(PlannedChange::address)
        .containsExactly(address("b"));
    assertThat(reduced.steps()).extracting(Step::address).containsExactly(address("b"));
    assertThat(reduced.plan().orphans()).isEmpty();
    assertThat(reduced.plan().remarks()).containsExactly("first");
    assertThat(reduced.plan().offboarding()).containsExactly(through("a"));
    assertThat(reduced.plan().validUntil()).contains(ThingPlans.VALID_UNTIL);
    assertThat(reduced.warnings()).containsExactly(WARNING);
    assertThat(reduced.ids()).isSameAs(planned.ids());
  }

  @Test
  void whatIsToldMoreComesAfterWhatWasTold() {
    server.things.put("old", ours("1"));
    Planned planned = plan(server, full(through(), wanted("a", ours("1"))));
    Planned told = planned.remarking(List.of("second", "third"));
    assertThat(told.plan().remarks()).containsExactly("first", "second", "third");
    assertThat(told.plan().orphans()).containsExactly("thing/old");
    assertThat(told.plan().changes()).isEqualTo(planned.plan().changes());
    assertThat(told.steps()).isEqualTo(planned.steps());
    assertThat(told.warnings()).containsExactly(WARNING);
  }

  @Test
  void eachChangeSaysWhatTakingItBackDoes() {
    server.things.put("b", ours("0"));
    server.things.put("c", ours("0"));
    server.things.put("d", ours("1"));
    Wanted<?> gone = new Wanted<>(address("c"), new Desired.Absent<>("the ring is gone"));
    assertThat(
            plan(
                    server,
                    intent(
                        wanted("a", ours("1")),
                        wanted("b", ours("1")),
                        gone,
                        wanted("d", ours("1"))))
                .rollbacks())
        .isEqualTo(
            Map.of(
                address("a"), "It goes.",
                address("b"), "It gets its earlier value.",
                address("c"), "It comes back.",
                address("d"), "Nothing is written, so there is nothing to undo."));
  }

  @Test
  void anIntentToldMoreIsTheSameIntentOtherwise() {
    Intent intent = full(through("a"), wanted("a", ours("1")));
    Intent told = intent.remarking("second");
    assertThat(told.remarks()).containsExactly("first", "second");
    assertThat(told.wanting(List.of()).wanted()).isEmpty();
    assertThat(told.wanting(intent.wanted()))
        .usingRecursiveComparison()
        .ignoringFields("remarks")
        .isEqualTo(intent);
  }
}
