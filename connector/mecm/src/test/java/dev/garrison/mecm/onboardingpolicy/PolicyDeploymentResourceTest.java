package dev.garrison.mecm.onboardingpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.clientoperation.DeploymentNotice;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments of onboarding policies: what is found, proposed, written, and refused. */
final class PolicyDeploymentResourceTest {
  private static final Mark MARK = new Mark("contoso-prod");
  private static final String CLASS = "SMS_ConfigurationPolicyAssignment";
  private static final String MODEL = "ScopeId_1/Policy_1";
  private static final Address ADDRESS = PolicyDeployment.address("MDE pilot");
  private static final Address COLLECTION = new Address("collection", "MDE pilot");
  private static final Address POLICY = OnboardingPolicy.address("MDE policy");
  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 30, 22, 0);
  private static final String BODY =
      "{\"AssignmentName\":\"MDE pilot\",\"AssignmentDescription\":\"Ring pilot."
          + " [garrison:1:contoso-prod]\",\"TargetCollectionID\":\"PS100010\",\"StartTime\":\"2026-11-30T22:00:00Z\",\"AssignedCIs\":[16777001],\"AssignmentAction\":2,\"AssignmentType\":8,\"DPLocality\":80,\"DesiredConfigType\":1,\"Enabled\":true,\"LimitStateMessageVerbosity\":false,\"LogComplianceToWinEvent\":false,\"NotifyUser\":false,\"OverrideServiceWindows\":false,\"RebootOutsideOfServiceWindows\":false,\"SendDetailedNonComplianceStatus\":false,\"SuppressReboot\":3,\"UseGMTTimes\":true,\"UserUIExperience\":false}";
  private static final String DELETE = "delete " + CLASS + "(16777301)";

  private record There(String name) {}

  private final FakeAdminService site =
      new FakeAdminService().table(CLASS, "AssignmentID").table("SMS_ConfigurationPolicy", "CI_ID");
  private final Resolved ids = new Resolved();
  private final PolicyDeploymentResource resource =
      new PolicyDeploymentResource(
          site,
          new Json(),
          MARK,
          "collection",
          new DeploymentNotice(site, new Json(), Optional.empty()));

  @BeforeEach
  void collectionAndPolicy() {
    there(COLLECTION, "PS100010");
    there(POLICY, "16777001");
    policy(16777001, "MDE policy", MODEL);
  }

  private void there(Address address, String id) {
    ids.update(
        address, new Observation.Found<>(new There(address.name()), new Owner.Ours(), id, ""));
  }

  private ObjectNode policy(int id, String name, String model) {
    return site.add(
        "SMS_ConfigurationPolicy",
        "CI_ID",
        id,
        "LocalizedDisplayName",
        name,
        "ModelName",
        model,
        "CategoryInstance_UniqueIDs",
        List.of("SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings"),
        "IsLatest",
        true,
        "IsEnabled",
        true,
        "IsExpired",
        false);
  }

  private static PolicyDeployment state() {
    return PolicyDeployment.of(
        "MDE pilot", MARK.after("Ring pilot."), "MDE policy", "MDE pilot", MONDAY);
  }

  private static Wanted<PolicyDeployment> wanted() {
    return Wanted.present(ADDRESS, state());
  }

  private ObjectNode deployment() {
    ObjectNode row =
        site.add(
            CLASS,
            "AssignmentID",
            16777301,
            "AssignmentName",
            "MDE pilot",
            "AssignmentDescription",
            MARK.after("Ring pilot."),
            "AssignedCI_UniqueID",
            MODEL + "/2",
            "TargetCollectionID",
            "PS100010",
            "StartTime",
            "2026-11-30T22:00:30Z");
    PolicyProperties.write(PolicyProperties.QUIET, row);
    return row;
  }

  private Observation<PolicyDeployment> seen() {
    return resource.observe(List.of(wanted()), ids, Scope.WANTED).of(ADDRESS);
  }

  private PolicyDeployment found() {
    return ((Observation.Found<PolicyDeployment>) seen()).state();
  }

  private Proposal.Proposed proposed() {
    return (Proposal.Proposed) resource.propose(wanted(), seen());
  }

  private Outcome carryOut(Change<PolicyDeployment> change) {
    return resource.carryOut(change, ids, Progress.silent());
  }

  private Change<PolicyDeployment> change(Action action) {
    return new Change<>(action, wanted(), seen());
  }

  @Test
  void oneIsMadeQuietAndInsideMaintenanceWindows() {
    assertThat(proposed().action()).isEqualTo(Action.CREATE);
    assertThat(carryOut(change(Action.CREATE))).isEqualTo(new Outcome.Done());
    assertThat(site.writes()).containsExactly("create " + CLASS + " " + BODY);
  }

  @Test
  void oneThatIsAsWantedNeedsNothing() {
    deployment();
    assertThat(seen())
        .isEqualTo(new Observation.Found<>(state(), new Owner.Ours(), "16777301", ""));
    assertThat(proposed().action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void itsStartIsSetOnceAndThenStays() {
    deployment().put("StartTime", "2026-12-07T22:00:00Z");
    assertThat(proposed().action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void oneThatDiffersIsDeletedAndMadeAgainWithItsStart() {
    deployment().put("Enabled", false).put("StartTime", "2026-12-07T22:00:00Z");
    assertThat(proposed())
        .satisfies(replace -> {
          assertThat(replace.action()).isEqualTo(Action.REPLACE);
          assertThat(replace.differences())
              .extracting(Difference::path)
              .containsExactly("properties[Enabled]");
        });
    carryOut(change(Action.REPLACE));
    assertThat(site.writes())
        .containsExactly(
            DELETE,
            "create " + CLASS + " " + BODY.replace("2026-11-30T22:00:00Z", "2026-12-07T22:00:00Z"));
  }

  @Test
  void oneIsDeletedByItsKey() {
    deployment();
    carryOut(change(Action.DELETE));
    assertThat(site.writes()).containsExactly(DELETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"CREATE", "REPLACE"})
  void nothingIsWrittenWithoutTheCollectionOrThePolicy(Action action) {
    deployment();
    Change<PolicyDeployment> change = change(action);
    for (Address part : List.of(COLLECTION, POLICY)) {
      ids.update(part, new Observation.Missing<>());
      assertThatThrownBy(() -> carryOut(change))
          .isInstanceOf(RefusalException.class)
          .hasMessage(
              "\""
                  + part
                  + "\" doesn't exist on the site. Run \"garrison plan\" to see the current state."
                  + " [POLICY_PARTS_MISSING GAR-0279]");
      there(part, "1");
    }
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void oneIsNeverChanged() {
    deployment();
    assertThatThrownBy(() -> carryOut(change(Action.UPDATE)))
        .hasMessage("deployments of policies are never carried out as UPDATE");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void whatIsDeployedIsNamedAsFarAsItIsKnown() {
    deployment().put("AssignedCI_UniqueID", "ScopeId_1/Other_1/2").put("TargetCollectionID", "X");
    assertThat(found().policy()).isEmpty();
    assertThat(found().collection()).isEqualTo("X");
    site.clear(CLASS);
    deployment().put("AssignedCI_UniqueID", "none").remove("StartTime");
    assertThat(found().policy()).isEmpty();
    assertThat(found().start()).isEmpty();
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    deployment();
    deployment().put("AssignmentID", 2);
    assertThat(seen())
        .isEqualTo(new Observation.Ambiguous<>(List.of("AssignmentID 16777301", "AssignmentID 2")));
  }

  @Test
  void onlyOursThatNobodyAskedForAreOrphans() {
    deployment().put("AssignmentName", "MDE old");
    deployment().put("AssignmentName", "Theirs").put("AssignmentDescription", "x");
    deployment().put("AssignmentName", " ");
    assertThat(resource.observe(List.of(wanted()), ids, Scope.WANTED_AND_ORPHANS).orphans())
        .containsOnlyKeys(PolicyDeployment.address("MDE old"));
    assertThat(resource.observe(List.of(wanted()), ids, Scope.WANTED).orphans()).isEmpty();
  }

  @Test
  void oneThatShouldBeGoneIsDeleted() {
    deployment();
    assertThat(resource.propose(new Wanted<>(ADDRESS, new Desired.Absent<>("no ring")), seen()))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no ring"));
  }
}
