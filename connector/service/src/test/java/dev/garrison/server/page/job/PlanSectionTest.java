package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Language;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.server.page.job.PlanSection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plan on its page is grouped, counted, and explained as on a terminal. */
final class PlanSectionTest {
  private static final String OTHER = "deployment/MDE pilot - 2019";

  private static Plan plan(List<String> remarks, PlannedChange... changes) {
    return new Plan(
        "contoso",
        Sha256.of("manifest"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(
            new RingDecision("pilot", "open", "it is the first ring", 4, 25),
            new RingDecision("broad", "waiting", "waits for ring pilot to meet its gate", 80, 100)),
        List.of(new OffboardDecision("old", "Retired servers", List.of("FS09"), 5, List.of())),
        remarks,
        Instant.EPOCH,
        Optional.empty(),
        Allowances.NONE,
        List.of(changes),
        List.of());
  }

  private static PlannedChange change(Action action, String address, String why, String... after) {
    return new PlannedChange(
        Address.parse(address),
        action,
        why,
        List.of(new Difference("deadline", Optional.empty(), Optional.of("2026-12-01"))),
        List.of(),
        Optional.empty(),
        "1",
        Stream.of(after).map(Address::parse).toList(),
        Optional.empty());
  }

  private static RingObjects ring(String name, String... deployments) {
    return new RingObjects(
        name,
        Ring.Antivirus.ACTIVE,
        Address.parse("collection/MDE %s - all".formatted(name)),
        List.of(),
        Stream.of(deployments).map(Address::parse).toList(),
        List.of(),
        List.of());
  }

  private static List<PlanSection> sections(PlannedChange... changes) {
    return PlanSection.of(
        plan(List.of(), changes),
        List.of(
            ring("pilot", OTHER, "deployment/MDE pilot - 2022"),
            ring("broad", "deployment/MDE broad - 2019")));
  }

  @Test
  void changesAreGroupedByRingWithCountsAndTheRingsState() {
    assertThat(
            sections(
                change(Action.CREATE, "application/Sensor 2019", "11 files"),
                change(Action.CREATE, OTHER, "required"),
                change(Action.NO_OP, "collection/MDE pilot - all", "as wanted")))
        .extracting(PlanSection::title, PlanSection::ring, PlanSection::facts)
        .containsExactly(
            tuple("Shared by all rings: 1 to create", Optional.empty(), List.of()),
            tuple(
                "Ring pilot: 1 to create",
                Optional.of("pilot"),
                List.of(
                    "opens now \u00b7 4 of at most 25 servers \u00b7 Microsoft Defender Antivirus active")),
            tuple(
                "Ring broad: no changes",
                Optional.of("broad"),
                List.of(
                    "not started: waits for ring pilot to meet its gate \u00b7 80 of at most 100 servers \u00b7 Microsoft Defender Antivirus active")),
            tuple(
                "Offboarding old: no changes",
                Optional.empty(),
                List.of(
                    "FS09 of \"Retired servers\", at most 5. The plan is rejected if a server joins.")));
  }

  @Test
  void aChangeThatWaitsNamesTheGateAndNeverAnotherObjectsDeployment() {
    List<Row> rows =
        sections(
                change(Action.WAIT, OTHER, "the site is sending"),
                change(Action.WAIT, "deployment/MDE broad - 2019", "waits for " + OTHER, OTHER))
            .get(1)
            .rows();
    assertThat(rows)
        .extracting(row -> row.mark().sign(), Row::style, Row::text)
        .containsExactly(tuple(".", "of", "waits for ring pilot to meet its gate"));
  }

  @Test
  void alikeObjectsShareARowWithTheValuesOfEach() {
    Row row =
        sections(
                change(Action.CREATE, OTHER, "required"),
                change(Action.CREATE, "deployment/MDE pilot - 2022", "required"))
            .getFirst()
            .rows()
            .getFirst();
    assertThat(row.alike().name()).isEqualTo("MDE pilot - 2019, 2022");
    assertThat(row.count()).isEqualTo("(2 objects)");
    assertThat(row.alike().changes().stream().map(row::values))
        .containsExactly("MDE pilot - 2019: 1 value", "MDE pilot - 2022: 1 value");
  }

  @Test
  void reasonsAreInTheLanguageOfThePageAndOthersSayThatTheyAreEnglish() {
    assertThat(
            Language.JAPANESE.during(() ->
                Stream.of(
                        change(Action.WAIT, "thing/a", "the queue is full of what nobody knows"),
                        change(
                            Action.WAIT,
                            "deployment/MDE broad - 2019",
                            "waits for " + OTHER,
                            OTHER))
                    .flatMap(change -> sections(change).stream())
                    .flatMap(section -> section.rows().stream())
                    .map(row -> row.text() + " " + row.language())
                    .toList()))
        .containsExactly(
            "the queue is full of what nobody knows en", "リング「pilot」がゲートの条件を満たすまで待機します null");
  }

  @Test
  void whatAPersonHasToDoIsCountedApartFromNotes() {
    PlannedChange blocked =
        new PlannedChange(
            Address.parse("thing/a"),
            Action.WAIT,
            "full",
            List.of(),
            List.of(),
            Optional.empty(),
            "1",
            List.of(),
            Optional.of(new Blockage("full disk", "Repair it.")));
    Plan plan = plan(List.of("Action needed: sign the scripts", "a note", "a note"), blocked);
    assertThat(PlanSection.actionTitle(plan)).isEqualTo("Action needed (2)");
    assertThat(PlanSection.actions(plan)).containsExactly("sign the scripts");
    assertThat(PlanSection.notes(plan)).containsExactly("a note");
    assertThat(PlanSection.needsAction(plan)).isTrue();
    assertThat(PlanSection.needsAction(plan(List.of("a note")))).isFalse();
  }
}
