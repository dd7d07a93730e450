package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an apply says of changes that are not in place yet, and how it counts them. */
final class ApplyTableTest {
  private static final Blockage CAUSE = new Blockage("no window", "Assign one.");
  private static final String CONTENT = "distribution/Defender for Endpoint 2019";
  private static final String MODE = "deployment/MDE pilot - 2012 R2 antivirus active";
  private static final String PILOT = "deployment/MDE pilot - 2019";
  private static final String BROAD = "deployment/MDE broad - 2019";
  private static final List<RingObjects> RINGS = List.of(ring("pilot"), ring("broad"));

  private final List<PlannedChange> changes = new ArrayList<>();
  private RingDecision first = new RingDecision("pilot", "open", "it is the first ring", 4, 25);

  private static RingObjects ring(String name) {
    return new RingObjects(
        name,
        Ring.Antivirus.ACTIVE,
        new Address("collection", "MDE " + name + " - all"),
        List.of(),
        List.of(new Address("deployment", "MDE " + name + " - 2019")),
        List.of(new Address("deployment", "MDE " + name + " - 2012 R2 antivirus active")),
        List.of());
  }

  private PlannedChange change(
      Action action, String address, String summary, boolean blocked, String... after) {
    PlannedChange change =
        new PlannedChange(
            Address.parse(address),
            action,
            summary,
            List.of(),
            List.of(),
            Optional.empty(),
            "",
            Arrays.stream(after).map(Address::parse).toList(),
            blocked ? Optional.of(CAUSE) : Optional.empty());
    changes.add(change);
    return change;
  }

  private PlannedChange create(String address, String... after) {
    return change(Action.CREATE, address, "new", false, after);
  }

  private Plan plan() {
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(first, new RingDecision("broad", "waiting", "pilot is not there", 80, 100)),
        List.of(),
        List.of(),
        Instant.parse("2026-11-24T21:00:00Z"),
        Optional.empty(),
        Allowances.NONE,
        changes,
        List.of());
  }

  private ApplyTable table() {
    return new ApplyTable(plan(), RINGS);
  }

  private static String told(ApplyTable table, PlannedChange change, StepResult result) {
    return table.finished(change, result).map(each -> table.line(change, each)).orElse("");
  }

  private String next(StepResult... results) {
    Map<Address, StepResult> all = new LinkedHashMap<>();
    for (int index = 0; index < results.length; index++) {
      all.put(changes.get(index).address(), results[index]);
    }
    return ApplyView.next(plan(), RINGS, new ApplyReport(all, "head")).map(Text::shown).orElse("");
  }

  @Test
  void aDeploymentWaitsForItsOwnContentUnderTheConsolesName() {
    PlannedChange content = create(CONTENT);
    PlannedChange pilot = create(PILOT, CONTENT);
    ApplyTable table = table();
    assertThat(told(table, content, new StepResult.Waiting("Europe DPs: 1 of 4", true)))
        .isEqualTo("  . begun     distribution   Defender for Endpoint 2019: Europe DPs: 1 of 4");
    assertThat(told(table, pilot, new StepResult.Waiting("waits for " + CONTENT)))
        .isEqualTo(
            "  . waiting   deployment     MDE pilot - 2019: waits for distribution \"Defender for Endpoint 2019\"");
  }

  @Test
  void neverForAnotherSystemsDeployment() {
    create(MODE);
    PlannedChange pilot = create(PILOT, MODE);
    assertThat(told(table(), pilot, new StepResult.Waiting("waits for " + MODE)))
        .isEqualTo(
            "  . waiting   deployment     MDE pilot - 2019: waits for earlier deployments of ring pilot");
  }

  @Test
  void changesOfALaterRingWaitForTheGateInOneLine() {
    PlannedChange one =
        change(Action.WAIT, BROAD, "ring broad: pilot is open: 20 % onboarded", false);
    PlannedChange two =
        change(
            Action.WAIT,
            "deployment/MDE broad - 2012 R2 antivirus active",
            "ring broad: pilot is open: 20 % onboarded",
            false);
    ApplyTable table = table();
    assertThat(told(table, one, new StepResult.Held(one.summary())))
        .isEqualTo("  . waiting   2 changes: waits for ring pilot to meet its gate");
    assertThat(told(table, two, new StepResult.Held(two.summary()))).isEmpty();
    assertThat(table.lines(Duration.ZERO))
        .containsExactly(
            "[------------------------------]  0 of 2 done, 0 in progress, 2 waiting, 0 pending, 0 failed  0m 00s",
            "  . waiting   2 objects: waits for ring pilot to meet its gate");
  }

  @Test
  void changesOfABlockedRingAreBlockedAndThoseOfTheNextWaitForIt() {
    first = new RingDecision("pilot", "blocked", "no window", 4, 25);
    PlannedChange pilot = change(Action.WAIT, PILOT, "ring pilot: no window", true);
    PlannedChange broad =
        change(Action.WAIT, BROAD, "ring broad: pilot is blocked: no window", false);
    ApplyTable table = table();
    assertThat(told(table, pilot, new StepResult.Blocked(pilot.summary(), CAUSE)))
        .isEqualTo("  x blocked   deployment     MDE pilot - 2019: ring pilot is blocked");
    assertThat(told(table, broad, new StepResult.Held(broad.summary())))
        .isEqualTo(
            "  . waiting   deployment     MDE broad - 2019: waits for ring pilot to meet its gate");
    assertThat(table.summary(Duration.ZERO))
        .isEqualTo("0 of 2 done, 0 in progress, 1 waiting, 1 blocked, 0 pending, 0 failed. 0m 00s");
  }

  private static Stream<StepResult> results() {
    Address other = new Address("collection", "x");
    return Stream.of(
        new StepResult.Done(),
        new StepResult.Unchanged(),
        new StepResult.Waiting("content"),
        new StepResult.Waiting("content", true),
        new StepResult.Blocked("no window", CAUSE),
        new StepResult.Held("writing is off"),
        new StepResult.ByHand(),
        new StepResult.Skipped(other),
        new StepResult.NotTried(other),
        new StepResult.Failed(Diagnostic.error(EngineCode.OBJECT_CHANGED, "It changed.", "Look.")));
  }

  /** The sum of all counts of a line such as {@code 1 of 3 done, 2 waiting. 0m 00s}. */
  private static int sum(String line) {
    return Arrays.stream(line.substring(0, line.indexOf(". ")).split(", "))
        .mapToInt(count -> Integer.parseInt(count.substring(0, count.indexOf(' '))))
        .sum();
  }

  @Test
  void theCountsAddUpInEveryState() {
    List<StepResult> results = results().toList();
    for (int index = 0; index < results.size() + 2; index++) {
      create("thing/" + index);
    }
    ApplyTable table = table();
    for (int round = 0; round < 2; round++) {
      for (int index = 0; index < results.size(); index++) {
        PlannedChange change = changes.get(index);
        table.started(change, Duration.ZERO);
        assertThat(sum(table.summary(Duration.ZERO))).isEqualTo(changes.size());
        table.finished(change, results.get(index));
        assertThat(sum(table.summary(Duration.ZERO))).isEqualTo(changes.size());
      }
    }
    table.started(changes.getLast(), Duration.ZERO);
    assertThat(table.summary(Duration.ZERO))
        .isEqualTo(
            "2 of 12 done, 1 in progress, 1 begun, 2 waiting, 1 blocked, 1 manual, 1 pending, 3 failed. 0m 00s");
  }

  @Test
  void theNextStepNamesWhatItWaitsFor() {
    create(CONTENT);
    create("distribution/Defender for Endpoint 2022");
    create(PILOT, CONTENT);
    StepResult begun = new StepResult.Waiting("Europe DPs: 1 of 4", true);
    assertThat(next(begun, new StepResult.Done(), new StepResult.Waiting("waits for " + CONTENT)))
        .isEqualTo(
            "Next: run \"garrison apply\" again when distribution \"Defender for Endpoint 2019\" is complete, or use --wait 30m.");
    assertThat(next(begun, begun, new StepResult.Done()))
        .isEqualTo(
            "Next: run \"garrison apply\" again when distribution \"Defender for Endpoint 2019\" and 1 more are complete, or use --wait 30m.");
    assertThat(next(new StepResult.Done())).isEmpty();
    assertThat(next(begun, new StepResult.Skipped(Address.parse(CONTENT)))).isEmpty();
  }

  @Test
  void theNextStepOfABlockedApplyIsTheFixAndNeverToWait() {
    create(CONTENT);
    create(PILOT);
    assertThat(next(new StepResult.Waiting("1 of 4"), new StepResult.Blocked("no window", CAUSE)))
        .isEqualTo("Next: apply the fix above, then run \"garrison apply\" again.");
  }

  @Test
  void theNextStepOfOthersIsTheirGateOrAManualStep() {
    change(Action.WAIT, BROAD, "ring broad: pilot is open: 20 % onboarded", false);
    assertThat(next(new StepResult.Held("ring broad: pilot is open: 20 % onboarded")))
        .isEqualTo(
            "Next: run \"garrison apply\" again when ring pilot meets its gate. To check the gate, run \"garrison rollout status\".");
    assertThat(next(new StepResult.Held("writing to this server is off")))
        .isEqualTo(
            "Next: run \"garrison apply\" again when nothing stops the other changes anymore: writing to this server is off.");
    assertThat(next(new StepResult.ByHand()))
        .isEqualTo("Next: complete the manual steps, then run \"garrison apply\" again.");
  }

  @Test
  void whatOnlyWaitsForAHeldChangeIsNotWaitedFor() {
    change(Action.WAIT, BROAD, "ring broad: pilot is open: 20 % onboarded", false);
    change(Action.WAIT, "evaluation/MDE broad - all", "waits for " + BROAD, false, BROAD);
    assertThat(
            next(
                new StepResult.Held("ring broad: pilot is open: 20 % onboarded"),
                new StepResult.Waiting("waits for " + BROAD)))
        .contains("ring pilot meets its gate");
  }
}
