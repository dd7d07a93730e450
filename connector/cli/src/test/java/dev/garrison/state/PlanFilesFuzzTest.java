package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.view.PlanView;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.plan.Staleness;
import dev.garrison.engine.resource.Address;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged plan files end in a plan that can be compared with the present one, or in a diagnostic;
 * see {@link FuzzRun} for long runs.
 */
final class PlanFilesFuzzTest {
  private @TempDir Path folder;

  private final PlanFiles files = new PlanFiles(new Json());
  private final Plan now = plan();

  @Test
  void aDamagedPlanFileEndsInAPlanOrInADiagnostic() {
    StoredPlan small = new StoredPlan("0.1.0", Optional.empty(), Instant.EPOCH, empty());
    StoredPlan large =
        new StoredPlan(
            "0.1.0", Optional.of("CHG-4711"), Instant.parse("2026-12-01T00:00:00Z"), now);
    List<Sample> samples =
        List.of(
            Sample.json(files.text(large)),
            Sample.json(files.text(large)),
            Sample.json(files.text(small)));
    new FuzzRun("plan file", Mutator.json(samples)).check("holds", this::outcome);
  }

  private String outcome(byte[] input) throws IOException {
    Path file = folder.resolve("plan.json");
    Files.write(file, input);
    StoredPlan stored;
    try {
      stored = files.read(file);
    } catch (RefusalException e) {
      String why = FuzzRun.refused(e);
      if (!why.equals(RecordCode.PLAN_FILE_ALTERED.name())) {
        return why;
      }
      stored = sealedAgain(input);
    }
    assertThat(files.text(stored)).isNotBlank();
    assertThat(files.digest(stored)).isNotNull();
    assertThat(PlanView.render(stored.plan(), List.of())).isNotBlank();
    return Staleness.of(stored.plan(), now)
        .map(diagnostic -> diagnostic.code().name())
        .orElse("holds");
  }

  /** As somebody would who edits a plan and knows how its digest is made. */
  private static StoredPlan sealedAgain(byte[] input) {
    Json json = new Json();
    StoredPlan edited =
        StoredPlan.read(json, json.parse(new String(input, StandardCharsets.UTF_8))).value();
    return new StoredPlan(edited.madeBy(), edited.changeId(), edited.expires(), edited.plan());
  }

  private static Plan empty() {
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        ThingPlans.AS_OF,
        Optional.empty(),
        Allowances.NONE,
        List.of(),
        List.of());
  }

  private static Plan plan() {
    Address pilot = new Address("collection", "MDE pilot - 2016");
    Address application = new Address("application", "Defender for Endpoint 2016");
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1, version 2107 with KB11121541",
        Map.of("site.build", "9058", "route", "application"),
        Map.of("onboarding", Sha256.of("zip").hex(), "md4ws", Sha256.of("msi").hex()),
        List.of(
            new RingDecision("pilot", "open", "it is the first ring", 12, 25),
            new RingDecision("wave-1", "waiting", "pilot has soaked 1 of 3 days", 140, 200)),
        List.of(
            new OffboardDecision(
                "leavers",
                "Old servers",
                List.of("SQL01", "FS01"),
                25,
                List.of(new Address("deployment", "MDE leavers - offboarding")))),
        List.of("Two servers are in no ring."),
        ThingPlans.AS_OF,
        Optional.of(ThingPlans.VALID_UNTIL),
        new Allowances(true, true),
        List.of(
            change(pilot, Action.UPDATE, List.of()),
            change(application, Action.CREATE, List.of()),
            change(new Address("distribution", "PS100012"), Action.WAIT, List.of(application)),
            change(new Address("client-setting", "Servers"), Action.MANUAL, List.of(pilot)),
            change(new Address("deployment", "wave-1"), Action.NO_OP, List.of(pilot, application))),
        List.of("collection/MDE old"));
  }

  private static PlannedChange change(Address address, Action action, List<Address> after) {
    return new PlannedChange(
        address,
        action,
        "t\u00e4xt for people",
        action.writes()
            ? List.of(
                new Difference("comment", Optional.of("a"), Optional.of("b")),
                new Difference("rules[0].query", Optional.empty(), Optional.of("select * from x")))
            : List.of(),
        List.of("edited in the console"),
        action == Action.MANUAL
            ? Optional.of(new ManualStep("Administration > Client Settings", "Set-CMClientSetting"))
            : Optional.empty(),
        action == Action.CREATE ? "missing" : Sha256.of(address.toString()).hex(),
        after);
  }
}
