package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingServer.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.resource.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that a plan rests on, changed alone. */
final class StalenessReasonsTest {
  /** A plan of which one thing may be another. */
  record World(
      String manifest,
      String digest,
      Map<String, String> survey,
      Map<String, String> packages,
      List<RingDecision> rings,
      List<OffboardDecision> offboarding,
      List<String> remarks,
      List<PlannedChange> changes,
      List<String> orphans) {
    static World agreed() {
      return new World(
          "contoso-prod",
          "bytes",
          Map.of("site.build", "9128"),
          Map.of("onboarding", "abc signed"),
          List.of(ring("pilot", "open", 20), ring("broad", "closed", 400)),
          List.of(leaving("old", "MDE leaving", "SRV1", "SRV2")),
          List.of(),
          List.of(change("a", Action.CREATE, "missing"), change("b", Action.UPDATE, "f00d")),
          List.of());
    }

    Plan plan() {
      return new Plan(
          manifest,
          Sha256.of(digest),
          "site PS1",
          survey,
          packages,
          rings,
          offboarding,
          remarks,
          ThingPlans.AS_OF,
          Optional.of(ThingPlans.VALID_UNTIL),
          Allowances.NONE,
          changes,
          orphans);
    }

    World named(String other) {
      return new World(
          other, digest, survey, packages, rings, offboarding, remarks, changes, orphans);
    }

    World edited(String other) {
      return new World(
          manifest, other, survey, packages, rings, offboarding, remarks, changes, orphans);
    }

    World surveyed(Map<String, String> other) {
      return new World(
          manifest, digest, other, packages, rings, offboarding, remarks, changes, orphans);
    }

    World packed(Map<String, String> other) {
      return new World(
          manifest, digest, survey, other, rings, offboarding, remarks, changes, orphans);
    }

    World ringed(RingDecision... other) {
      return new World(
          manifest,
          digest,
          survey,
          packages,
          List.of(other),
          offboarding,
          remarks,
          changes,
          orphans);
    }

    World leaving(OffboardDecision... other) {
      return new World(
          manifest, digest, survey, packages, rings, List.of(other), remarks, changes, orphans);
    }

    World changing(PlannedChange... other) {
      return new World(
          manifest, digest, survey, packages, rings, offboarding, remarks, List.of(other), orphans);
    }

    World told(String remark, String orphan) {
      return new World(
          manifest,
          digest,
          survey,
          packages,
          rings,
          offboarding,
          List.of(remark),
          changes,
          List.of(orphan));
    }

    static OffboardDecision leaving(String entry, String collection, String... servers) {
      return new OffboardDecision(entry, collection, List.of(servers), 25, List.of());
    }
  }

  private static RingDecision ring(String name, String decision, int members) {
    return new RingDecision(name, decision, "because", members, 500);
  }

  private static PlannedChange change(String name, Action action, String fingerprint) {
    return change(address(name), action, fingerprint);
  }

  private static PlannedChange change(Address address, Action action, String fingerprint) {
    return new PlannedChange(
        address, action, "a thing", List.of(), List.of(), Optional.empty(), fingerprint, List.of());
  }

  private static PlannedChange differing(String path) {
    return new PlannedChange(
        address("b"),
        Action.UPDATE,
        "a thing",
        List.of(new Difference(path, Optional.of("0"), Optional.of("1"))),
        List.of(),
        Optional.empty(),
        "f00d",
        List.of());
  }

  private static String reasons(Plan pinned, Plan now) {
    return Staleness.of(pinned, now)
        .map(Diagnostic::problem)
        .map(problem -> problem.replace("The plan is stale: ", ""))
        .orElse("holds");
  }

  private static Arguments row(UnaryOperator<World> happens, String reasons) {
    return Arguments.of(happens, reasons);
  }

  private static Stream<Arguments> events() {
    RingDecision pilot = ring("pilot", "open", 20);
    RingDecision broad = ring("broad", "closed", 400);
    PlannedChange a = change("a", Action.CREATE, "missing");
    PlannedChange b = change("b", Action.UPDATE, "f00d");
    return Stream.of(
        row(world -> world, "holds"),
        row(world -> world.told("a remark", "thing/old"), "holds"),
        row(
            world -> world.named("fabrikam").edited("other bytes"),
            "the plan is for the manifest \"contoso-prod\", not \"fabrikam\"."),
        row(world -> world.edited("other bytes"), "the manifest was edited."),
        row(
            world -> world.surveyed(Map.of("site.build", "9132")),
            "site property \"site.build\" was 9128 and is now 9132."),
        row(
            world -> world.surveyed(Map.of()),
            "site property \"site.build\" was 9128 and is now absent."),
        row(
            world -> world.surveyed(Map.of("site.build", "9128", "point", "wsus01")),
            "site property \"point\" was absent and is now wsus01."),
        row(
            world -> world.packed(Map.of("onboarding", "def signed")),
            "package \"onboarding\" was abc signed and is now def signed."),
        row(
            world -> world.packed(Map.of("onboarding", "abc signed", "msi", "123")),
            "package \"msi\" was absent and is now 123."),
        row(world -> world.ringed(pilot), "ring \"broad\" no longer exists."),
        row(world -> world.ringed(broad, pilot), "holds"),
        row(world -> world.ringed(pilot, broad, ring("new", "open", 9)), "holds"),
        row(
            world -> world.ringed(ring("pilot", "halted", 20), broad),
            "ring \"pilot\" was \"open\" and is now \"halted\"."),
        row(
            world -> world.ringed(pilot, ring("broad", "closed", 441)),
            "ring \"broad\" had 400 servers and now has 441."),
        row(World::leaving, "holds"),
        row(world -> world.leaving(World.leaving("old", "MDE leaving", "SRV2")), "holds"),
        row(
            world -> world.leaving(World.leaving("old", "MDE leaving", "SRV1", "SRV2", "SRV3")),
            "offboard entry \"old\" has more servers: SRV3."),
        row(
            world -> world.leaving(World.leaving("old", "Others", "SRV1", "SRV2")),
            "offboard entry \"old\" is for another collection."),
        row(
            world ->
                world.leaving(
                    World.leaving("old", "MDE leaving", "SRV1"),
                    World.leaving("more", "MDE leaving", "SRV1")),
            "offboard entry \"more\" is new."),
        row(world -> world.changing(a), "thing/b is no longer part of the plan."),
        row(world -> world.changing(b, a), "holds"),
        row(world -> world.changing(a, b, change("c", Action.DELETE, "cafe")), "thing/c is new."),
        row(
            world -> world.changing(a, change("b", Action.UPDATE, "beef")),
            "thing/b has changed since the plan was created."),
        row(
            world -> world.changing(a, change("b", Action.WAIT, "f00d")),
            "thing/b is now \"WAIT\" instead of \"UPDATE\"."),
        row(
            world -> world.changing(a, differing("value")),
            "thing/b now needs other changes than planned."),
        row(
            world -> world.changing(a, b, change("p", Action.CREATE, Fingerprint.PASSING)),
            "holds"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatAPlanRestsOnIsNamedWhenItChanges(UnaryOperator<World> happens, String reasons) {
    assertThat(reasons(World.agreed().plan(), happens.apply(World.agreed()).plan()))
        .isEqualTo(reasons);
  }

  @Test
  void whatThePlanDoesNotRestOnMayGoOrBeDecidedOtherwise() {
    Plan pinned = World.agreed().changing(change("p", Action.CREATE, Fingerprint.PASSING)).plan();
    assertThat(reasons(pinned, World.agreed().changing().plan())).isEqualTo("holds");
    assertThat(
            reasons(
                pinned,
                World.agreed().changing(change("p", Action.WAIT, Fingerprint.PASSING)).plan()))
        .isEqualTo("holds");
  }

  private static Plan with(int objects) {
    return World.agreed()
        .changing(
            IntStream.rangeClosed(1, objects)
                .mapToObj(number -> change("t" + number, Action.CREATE, "missing"))
                .toArray(PlannedChange[]::new))
        .plan();
  }

  @Test
  void fiveReasonsAreAllTold() {
    assertThat(reasons(with(0), with(5)))
        .isEqualTo(
            "thing/t1 is new; thing/t2 is new; thing/t3 is new; thing/t4 is new; thing/t5 is new.");
  }

  @Test
  void ofMoreThanFiveReasonsTheRestIsCounted() {
    assertThat(Staleness.of(with(0), with(7)))
        .map(Diagnostic::toString)
        .contains(
            "The plan is stale: thing/t1 is new; thing/t2 is new; thing/t3 is new; thing/t4 is new; thing/t5 is new; and 2 more. Create a new plan with \"garrison plan\", review it, and apply that plan. No changes were made. [PLAN_STALE GAR-0506]");
  }

  @Test
  void reasonsComeFromTheManifestDownToTheObjects() {
    Plan now =
        World.agreed()
            .edited("other bytes")
            .packed(Map.of())
            .surveyed(Map.of())
            .ringed()
            .leaving(World.leaving("more", "MDE leaving"))
            .plan();
    assertThat(reasons(World.agreed().plan(), now))
        .isEqualTo(
            "the manifest was edited; package \"onboarding\" was abc signed and is now absent; site property \"site.build\" was 9128 and is now absent; ring \"pilot\" no longer exists; ring \"broad\" no longer exists; and 1 more.");
  }
}
