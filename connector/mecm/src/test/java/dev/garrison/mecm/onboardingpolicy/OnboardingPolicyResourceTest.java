package dev.garrison.mecm.onboardingpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy that a person made, found by its name. */
final class OnboardingPolicyResourceTest {
  private static final Address ADDRESS = OnboardingPolicy.address("It's MDE");
  private static final String ONBOARDING = "SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings";

  private final FakeAdminService site =
      new FakeAdminService().table("SMS_ConfigurationPolicy", "CI_ID");

  private ObjectNode policy(int id, String name) {
    return site.add(
        "SMS_ConfigurationPolicy",
        "CI_ID",
        id,
        "LocalizedDisplayName",
        name,
        "ModelName",
        "Model_" + id,
        "CategoryInstance_UniqueIDs",
        List.of("other", ONBOARDING),
        "IsLatest",
        true,
        "IsEnabled",
        true,
        "IsExpired",
        false);
  }

  private OnboardingPolicyResource resource(boolean samples) {
    return new OnboardingPolicyResource(
        site, UUID.fromString("5d1f0000-0000-4000-8000-0000000000c2"), samples);
  }

  private static Wanted<OnboardingPolicy> wanted() {
    return Wanted.present(ADDRESS, new OnboardingPolicy("It's MDE"));
  }

  private Observation<OnboardingPolicy> seen() {
    return resource(true).observe(List.of(wanted()), new Resolved(), Scope.WANTED).of(ADDRESS);
  }

  private Proposal propose() {
    return resource(true).propose(wanted(), seen());
  }

  @Test
  void oneThatIsThereNeedsNothing() {
    policy(7, "it's mde");
    assertThat(seen())
        .isEqualTo(
            new Observation.Found<>(new OnboardingPolicy("it's mde"), new Owner.Ours(), "7", ""));
    assertThat(propose())
        .isEqualTo(
            new Proposal.Proposed(
                Action.NO_OP,
                "exists; its content isn't visible until the OrgId of the servers shows it"));
  }

  @ParameterizedTest
  @CsvSource({"true, All", "false, None"})
  void aPersonMakesOneThatIsNotThere(boolean samples, String sharing) {
    assertThat(resource(samples).propose(wanted(), seen()))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            manual ->
                assertThat(manual.step().orElseThrow().powershell())
                    .isEqualTo(
                        "New-GarrisonOnboardingPolicy -Name 'It''s MDE' -Path"
                            + " WindowsDefenderATP.onboarding -OrganizationId"
                            + " '5d1f0000-0000-4000-8000-0000000000c2' -SampleSharing "
                            + sharing));
  }

  @Test
  void onlyLatestRevisionsOfOnboardingPoliciesCount() {
    policy(1, "It's MDE").put("IsLatest", false);
    policy(2, "It's MDE").putArray("CategoryInstance_UniqueIDs").add("other");
    assertThat(seen()).isEqualTo(new Observation.Missing<>());
  }

  @ParameterizedTest
  @CsvSource({"IsEnabled, false", "IsExpired, true"})
  void oneByWhichClientsDoNothingIsNotUsed(String property, boolean value) {
    policy(7, "It's MDE").put(property, value);
    assertThat(((Proposal.Refused) propose()).diagnostic().toString())
        .startsWith(
            "onboarding-policy/It's MDE exists, but Garrison can't interpret its properties: The policy is disabled or retired, so clients don't apply it.");
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    policy(7, "It's MDE");
    policy(8, "it's MDE");
    assertThat(seen()).isEqualTo(new Observation.Ambiguous<>(List.of("CI_ID 7", "CI_ID 8")));
  }

  @Test
  void noneIsEverRemoved() {
    policy(7, "It's MDE");
    assertThat(resource(true).propose(new Wanted<>(ADDRESS, new Desired.Absent<>("x")), seen()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "created and removed manually only"));
  }

  @Test
  void namesAreReadOnlyWhereTheSiteOffersTheClass() {
    policy(7, "It's MDE");
    assertThat(OnboardingPolicyResource.named(site)).isEqualTo(Map.of("Model_7", "It's MDE"));
    assertThat(OnboardingPolicyResource.named(site.withhold("SMS_ConfigurationPolicy"))).isEmpty();
  }
}
