package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan must not touch. */
final class RefusedPlanTest {
  private final ThingServer server = new ThingServer();
  private final Planner planner = new Planner(new ResourceTypes(List.of(server)));

  @Test
  void anObjectOfAnotherManifestIsRefusedByTheNameOfThatManifest() {
    server.things.put("a", new Thing(new Mark("fabrikam").after("x"), "1"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "thing/a belongs to the manifest \"fabrikam\". Change a naming template in one of the two manifests. Two manifests can't manage the same object. [OBJECT_OF_ANOTHER_MANIFEST GAR-0502]");
  }

  @Test
  void anObjectOfAnotherManifestIsNotDeletedEither() {
    server.things.put("a", new Thing(new Mark("fabrikam").after("x"), "1"));
    Wanted<Thing> gone = new Wanted<>(address("a"), new Desired.Absent<>("the ring is gone"));
    assertThatThrownBy(() -> plan(server, intent(gone)))
        .hasMessageContaining("[OBJECT_OF_ANOTHER_MANIFEST GAR-0502]");
  }

  @Test
  void anObjectThatIsThereTwiceIsRefusedWithTheKeysOfAll() {
    server.seenAs.put("a", new Observation.Ambiguous<>(List.of("PS100012", "PS100034")));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "thing/a matches 2 objects on the site: PS100012, PS100034. Delete or rename all but one of them. Garrison doesn't choose between them. [OBJECT_AMBIGUOUS GAR-0503]");
  }

  @Test
  void anObjectThatCannotBeUnderstoodIsRefusedAndNotTakenForMissing() {
    server.seenAs.put("a", new Observation.Unreadable<>("its XML is cut off."));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "thing/a exists, but Garrison can't interpret its properties: its XML is cut off. Check the object in the console, or delete it there if it isn't needed. No changes were made. [OBJECT_UNREADABLE GAR-0504]");
  }

  @Test
  void aRefusedPlanCarriesEveryRefusalAndNoChange() {
    server.things.put("a", new Thing("made in the console", "2"));
    server.seenAs.put("b", new Observation.Ambiguous<>(List.of("1", "2", "3")));
    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class,
            () ->
                plan(
                    server,
                    intent(
                        wanted("c", ours("1")), wanted("b", ours("1")), wanted("a", ours("1")))));
    assertThat(refusal.diagnostics())
        .extracting(diagnostic -> diagnostic.code())
        .containsExactly(EngineCode.OBJECT_AMBIGUOUS, EngineCode.OBJECT_NOT_OURS);
  }

  @Test
  void aDecisionThatHoldsAnObjectDoesNotHideThatItIsNotOurs() {
    server.things.put("a", new Thing("made in the console", "2"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")).heldBecause("halted"))))
        .hasMessageContaining("[OBJECT_NOT_OURS GAR-0501]");
  }

  @Test
  void ofSomeObjectsOnlyThoseAreRefused() {
    server.things.put("a", new Thing("made in the console", "2"));
    Intent intent = intent(wanted("a", ours("1")), wanted("b", ours("1")), wanted("c", ours("1")));
    Planned planned = planner.planOnly(intent, Set.of(address("b")));
    assertThat(planned.plan().changes())
        .extracting(PlannedChange::address)
        .containsExactly(address("b"));
    assertThat(planned.steps()).extracting(Step::address).containsExactly(address("b"));
    assertThatThrownBy(() -> planner.planOnly(intent, Set.of(address("a"))))
        .hasMessageContaining("[OBJECT_NOT_OURS GAR-0501]");
  }

  @Test
  void ofSomeObjectsEachStillWaitsForWhatComesFirst() {
    Intent intent =
        intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1")).heldBecause("halted"));
    assertThat(planner.planOnly(intent, Set.of(address("a"))).plan().changes())
        .extracting(PlannedChange::summary)
        .containsExactly("waits for thing/b");
  }

  @Test
  void aPlanOfSomeObjectsNamesNoOrphanAndDeletesNone() {
    server.things.put("old", ours("1"));
    Plan plan = planner.planOnly(intent(wanted("a", ours("1"))), Set.of(address("a"))).plan();
    assertThat(plan.orphans()).isEmpty();
    assertThat(plan.allowances()).isEqualTo(Allowances.NONE);
    assertThat(plan.changes()).hasSize(1);
  }
}
