package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found of a deployment, and what is proposed for it. */
final class ApplicationDeploymentResourceTest {
  private final Deployed there = new Deployed();

  private static ApplicationDeployment at(LocalDateTime start, LocalDateTime deadline) {
    return ApplicationDeployment.requiredInstall(
        "MDE pilot",
        Deployed.MARK.after("Ring pilot."),
        Deployed.MODEL,
        Deployed.COLLECTION.name(),
        new Schedule(start, deadline, false));
  }

  private static ApplicationDeployment of(String model) {
    ApplicationDeployment state = Deployed.state();
    return new ApplicationDeployment(
        state.name(),
        state.description(),
        model,
        state.collection(),
        state.start(),
        state.deadline(),
        state.properties());
  }

  @Test
  void oneThatIsNotThereIsCreated() {
    assertThat(there.seen()).isEqualTo(new Observation.Missing<>());
    assertThat(there.proposed(Deployed.state()))
        .satisfies(create -> {
          assertThat(create.action()).isEqualTo(Action.CREATE);
          assertThat(create.summary())
              .isEqualTo("required, deadline 2026-11-30 22:00 UTC, in maintenance windows");
        });
  }

  @Test
  void oneThatIsAsWantedNeedsNothing() {
    there.deployment();
    assertThat(there.found())
        .isEqualTo(new Observation.Found<>(Deployed.state(), new Owner.Ours(), "16777301", ""));
    assertThat(there.proposed(Deployed.state()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void oneThatShouldBeGoneIsDeleted() {
    there.deployment();
    assertThat(there.propose(Deployed.gone()))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no ring of this name"));
  }

  @Test
  void theTimesOfOneThatExistsStay() {
    there.deployment();
    assertThat(
            there.proposed(at(Deployed.MONDAY.plusDays(4), Deployed.MONDAY.plusDays(7))).action())
        .isEqualTo(Action.NO_OP);
  }

  @Test
  void aTimeThatItLacksIsSet() {
    there.deployment().remove("EnforcementDeadline");
    assertThat(there.proposed(Deployed.state()))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.differences())
              .containsExactly(
                  new Difference("deadline", Optional.empty(), Optional.of("2026-11-30T22:00")));
        });
  }

  @Test
  void oneForAnotherApplicationIsMadeAnew() {
    there.deployment();
    assertThat(there.proposed(of(Deployed.OTHER_MODEL)))
        .satisfies(replace -> {
          assertThat(replace.action()).isEqualTo(Action.REPLACE);
          assertThat(replace.differences())
              .extracting(Difference::path)
              .containsExactly("modelName");
        });
  }

  @Test
  void oneForAnotherApplicationThatIsNotOursIsRefused() {
    there.deployment().put("AssignmentDescription", "Theirs.");
    assertThat(((Proposal.Refused) there.propose(Deployed.wanted(of(Deployed.OTHER_MODEL)))))
        .extracting(refused -> refused.diagnostic().code().label())
        .isEqualTo("GAR-0501");
  }

  @Test
  void aDisabledOneStaysWithItsApplication() {
    there.deployment();
    assertThat(there.proposed(of(Deployed.OTHER_MODEL).disabled()))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.differences())
              .containsExactly(
                  new Difference("properties[Enabled]", Optional.of("true"), Optional.of("false")));
        });
  }

  @Test
  void oneThatIsNotThereNeedNotBeDisabled() {
    assertThat(there.proposed(Deployed.state().disabled()))
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "doesn't exist, so there is nothing to disable"));
  }

  @Test
  void aPropertyThatTheSiteLacksIsNotCompared() {
    there.deployment().remove("WoLEnabled");
    assertThat(there.proposed(Deployed.state()).action()).isEqualTo(Action.UPDATE);
    there.site.withhold(Deployed.CLASS + ".WoLEnabled");
    assertThat(there.proposed(Deployed.state()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void theSummarySaysByWhichClockItIsDue() {
    ApplicationDeployment local =
        ApplicationDeployment.requiredInstall(
            "MDE pilot",
            "",
            Deployed.MODEL,
            Deployed.COLLECTION.name(),
            new Schedule(Deployed.MONDAY, Deployed.MONDAY, true));
    assertThat(there.proposed(local).summary())
        .isEqualTo("required, deadline 2026-11-30 22:00 local, in maintenance windows");
    ApplicationDeployment available =
        new ApplicationDeployment(
            "MDE pilot",
            "",
            Deployed.MODEL,
            Deployed.COLLECTION.name(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    assertThat(there.proposed(available).summary()).isEqualTo("available, without a deadline");
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            row -> row.put("AssignedCI_UniqueID", "ScopeId_1"),
            state -> assertThat(state.modelName()).isEqualTo("ScopeId_1")),
        row(
            row -> row.put("CollectionName", ""),
            state -> assertThat(state.collection()).isEqualTo("PS100010")),
        row(
            row -> row.put("StartTime", "2026-11-27T22:00:41.5Z"),
            state -> assertThat(state.start()).contains(Deployed.MONDAY.minusDays(3))),
        row(
            row -> row.put("EnforcementDeadline", "1970-01-01T00:00:00Z"),
            state -> assertThat(state.deadline()).isEmpty()),
        row(row -> row.put("Enabled", false), state -> assertThat(state.enabled()).isFalse()),
        row(
            row -> row.put("Enabled", "yes"),
            state -> assertThat(state.properties()).doesNotContainKey("Enabled")),
        row(
            row -> row.put("SuppressReboot", "3"),
            state -> assertThat(state.properties()).doesNotContainKey("SuppressReboot")));
  }

  private static Arguments row(
      Consumer<ObjectNode> change, Consumer<ApplicationDeployment> expected) {
    return Arguments.of(change, expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowIsReadAsTheSiteWritesIt(
      Consumer<ObjectNode> change, Consumer<ApplicationDeployment> expected) {
    change.accept(there.deployment());
    expected.accept(there.found().state());
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    there.deployment();
    there.deployment().put("AssignmentID", 16777302);
    assertThat(there.seen())
        .isEqualTo(
            new Observation.Ambiguous<>(List.of("AssignmentID 16777301", "AssignmentID 16777302")));
  }

  @Test
  void oneOfAnotherManifestIsItsOwn() {
    there.deployment().put("AssignmentDescription", new Mark("other").after("x"));
    assertThat(there.found().owner()).isEqualTo(new Owner.AnotherManifest("other"));
  }

  @Test
  void onlyOursThatNobodyAskedForAreOrphans() {
    there.deployment();
    there.deployment().put("AssignmentID", 2).put("AssignmentName", "MDE old");
    there.deployment().put("AssignmentID", 3).put("AssignmentName", "");
    there
        .deployment()
        .put("AssignmentID", 4)
        .put("AssignmentName", "Theirs")
        .put("AssignmentDescription", "");
    assertThat(there.observe(Scope.WANTED).orphans()).isEmpty();
    assertThat(there.observe(Scope.WANTED_AND_ORPHANS).orphans())
        .containsOnlyKeys(ApplicationDeployment.address("MDE old"));
  }

  @Test
  void oneIsAskedForByNameAndSeveralByOneList() {
    there.seen();
    there
        .resource()
        .observe(
            List.of(Deployed.wanted(Deployed.state()), Deployed.gone()),
            new Resolved(),
            Scope.WANTED);
    there.observe(Scope.WANTED_AND_ORPHANS);
    assertThat(there.site.calls())
        .extracting(FakeAdminService.Call::target)
        .containsExactly(
            "SMS_ApplicationAssignment?$filter=AssignmentName%20eq%20'MDE%20pilot'",
            "SMS_ApplicationAssignment", "SMS_ApplicationAssignment");
  }

  @Test
  void itComesAfterItsCollection() {
    assertThat(there.resource().references(Deployed.state()))
        .containsExactly(new Address("collection", "Pilot servers"));
    assertThat(there.resource().kind().name()).isEqualTo("deployment");
    assertThat(there.resource().kind().form().stateClass()).isEqualTo(ApplicationDeployment.class);
  }

  @Test
  void theMarkGoesBehindTheDescription() {
    SortedMap<String, String> properties = Deployed.state().properties();
    assertThat(
            there
                .resource()
                .marked(
                    new ApplicationDeployment(
                        "MDE pilot",
                        "Ring pilot.",
                        Deployed.MODEL,
                        Deployed.COLLECTION.name(),
                        Deployed.state().start(),
                        Deployed.state().deadline(),
                        properties),
                    Deployed.MARK))
        .isEqualTo(Deployed.state());
    assertThat(there.resource().kind().rollback().of(Action.UPDATE))
        .isEqualTo(
            "The deployment gets its earlier values. What servers did under the other values"
                + " stays.");
  }
}
