package dev.garrison.recipe.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.value.ClientSettingNames;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.collection.NamedServers;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may be onboarded in a passive ring on the client-setting route. */
final class PassiveAdmissionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static PassiveSite passive() {
    return new PassiveSite("passive");
  }

  private static PolicyDeployment policy(PassiveSite site) {
    return new ClientSettingRecipe(site.manifest(), site.facts())
        .wanted(new ClientSettingNames("S", "P"), List.of(site.plan()), NOW).stream()
            .map(Wanted::desired)
            .filter(Desired.Present.class::isInstance)
            .map(desired -> ((Desired.Present<?>) desired).state())
            .filter(PolicyDeployment.class::isInstance)
            .map(PolicyDeployment.class::cast)
            .findFirst()
            .orElseThrow();
  }

  private static Set<Address> before(PassiveSite site) {
    return new ClientSettingRecipe(site.manifest(), site.facts())
        .wanted(new ClientSettingNames("S", "P"), List.of(site.plan()), NOW).stream()
            .filter(each -> each.address().kind().equals(PolicyDeployment.KIND))
            .findFirst()
            .orElseThrow()
            .after();
  }

  @Test
  void onlyAServerOnWhichTheValueWasReadAsSetIsLetIn() {
    assertThat(passive().says(1, DeploymentProgress.ONBOARDED, true).letIn()).containsExactly(1L);
    assertThat(passive().says(1, DeploymentProgress.ONBOARDED, false).letIn())
        .as("a success without a detection")
        .isEmpty();
    for (DeploymentProgress standing :
        List.of(
            DeploymentProgress.UNDER_WAY,
            DeploymentProgress.NOT_READY,
            DeploymentProgress.SILENT,
            DeploymentProgress.FAILED)) {
      assertThat(passive().says(1, standing, false).letIn()).as("%s", standing).isEmpty();
    }
    assertThat(passive().letIn()).as("no row").isEmpty();
  }

  @Test
  void aServerWithoutAnotherAntivirusIsNotLetInThoughItsValueWasRead() {
    assertThat(
            passive()
                .says(1, DeploymentProgress.ONBOARDED, true)
                .says(2, DeploymentProgress.ONBOARDED, true)
                .unprotected(2)
                .letIn())
        .containsExactly(1L);
  }

  @Test
  void nobodyIsLetInWhileTheRingWaitsOrIsHaltedOrOnABlackoutDay() {
    for (RingState state : RingState.values()) {
      boolean deploys =
          !Set.of(RingState.WAITING, RingState.BLOCKED, RingState.HALTED).contains(state);
      assertThat(passive().says(1, DeploymentProgress.ONBOARDED, true).ring(state, false).letIn())
          .as("%s", state)
          .hasSize(deploys ? 1 : 0);
      assertThat(passive().says(1, DeploymentProgress.ONBOARDED, true).ring(state, true).letIn())
          .as("%s, on a blackout day", state)
          .isEmpty();
    }
  }

  @Test
  void whoIsInStaysInWhateverIsSaidLaterAndItsRuleStaysAsItIs() {
    QueryRule before = new NamedServers(List.of(1L, 7L)).rule("SRV1 (1) and 1 more");
    for (RingState state : RingState.values()) {
      assertThat(
              passive()
                  .made(before)
                  .says(1, DeploymentProgress.FAILED, false)
                  .ring(state, false)
                  .wantedRules())
          .as("%s", state)
          .containsExactly(before);
    }
    assertThat(passive().made(before).says(9, DeploymentProgress.ONBOARDED, true).wantedRules())
        .containsExactlyInAnyOrder(before, new NamedServers(List.of(9L)).rule("SRV9 (9)"));
  }

  @Test
  void aRuleThatIsNotOursIsNotKept() {
    assertThat(
            passive()
                .made(new QueryRule("all", QueryRule.SELECT + " where SMS_R_System.Client = 1"))
                .wantedRules())
        .isEmpty();
  }

  @Test
  void manyServersNeedFewRules() {
    PassiveSite site = passive();
    for (long id = 1; id <= 250; id++) {
      site.says(id, DeploymentProgress.ONBOARDED, true);
    }
    assertThat(site.wantedRules()).hasSize(3);
    assertThat(site.letIn()).hasSize(250);
  }

  @Test
  void theCollectionLiesInsideTheRingsAndThePolicyTargetsIt() {
    PassiveSite site = passive();
    assertThat(site.wanted()).hasSize(1);
    assertThat(site.wanted().getFirst().desired())
        .isEqualTo(
            new Desired.Present<>(
                new DeviceCollection(
                    PassiveSite.ENTRY,
                    "Told to be passive: Windows Server 2019 in ring r. [garrison:1:small]",
                    PassiveSite.PART,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    DeviceCollection.PERIODIC)));
    assertThat(policy(site).collection()).isEqualTo(PassiveSite.ENTRY);
    assertThat(before(site)).containsExactly(ApplicationDeployment.address(PassiveSite.MODE));
    assertThat(policy(new PassiveSite("active")).collection()).isEqualTo(PassiveSite.PART);
    assertThat(before(new PassiveSite("active"))).isEmpty();
  }

  @Test
  void aRingThatIsActiveNowLosesTheCollectionAfterThePolicyLeftIt() {
    PassiveSite site = new PassiveSite("active");
    assertThat(site.wanted()).isEmpty();
    Wanted<?> gone = site.made().deployed().wanted().getFirst();
    assertThat(gone.desired()).isEqualTo(new Desired.Absent<>("ring r is active now"));
    assertThat(gone.after()).contains(new Address("policy-deployment", PassiveSite.PART));
    assertThat(site.entry().left().getFirst().desired())
        .isEqualTo(new Desired.Absent<>("ring r is on the application route"));
  }

  @Test
  void thePlanSaysHowManyWait() {
    PassiveSite site =
        passive()
            .made(new NamedServers(List.of(1L)).rule("SRV1 (1)"))
            .says(1, DeploymentProgress.ONBOARDED, true)
            .says(2, DeploymentProgress.ONBOARDED, true)
            .says(3, DeploymentProgress.UNDER_WAY, false)
            .says(4, DeploymentProgress.FAILED, false);
    assertThat(site.entry().remarks(List.of(site.plan())))
        .containsExactly(
            "ring r: of 4 servers 1 may be onboarded, 1 more from now on, because their antivirus is verified as set to passive mode; 2 wait for that");
    site.ring(RingState.OPEN, true);
    assertThat(site.entry().remarks(List.of(site.plan())))
        .containsExactly("ring r: no server is let in now: today is a blackout day");
    site.ring(RingState.WAITING, false);
    assertThat(site.entry().remarks(List.of(site.plan()))).isEmpty();
  }

  @Test
  void whoHasLeftTheRingDoesNotCountThoughARuleNamesIt() {
    PassiveSite site =
        passive()
            .made(new NamedServers(List.of(1L, 7L, 8L, 9L)).rule("SRV1 (1) and 3 more"))
            .says(1, DeploymentProgress.ONBOARDED, true)
            .says(2, DeploymentProgress.UNDER_WAY, false);
    assertThat(site.entry().remarks(List.of(site.plan())))
        .containsExactly(
            "ring r: of 2 servers 1 may be onboarded, 0 more from now on, because their antivirus is verified as set to passive mode; 1 wait for that");
  }

  @Test
  void untilTheSiteHasEvaluatedTheCollectionTheRulesGiveALimit() {
    PassiveSite site =
        passive()
            .made(new NamedServers(List.of(1L, 7L, 8L, 9L)).rule("SRV1 (1) and 3 more"))
            .unevaluated()
            .says(1, DeploymentProgress.ONBOARDED, true)
            .says(2, DeploymentProgress.UNDER_WAY, false);
    assertThat(site.entry().remarks(List.of(site.plan())))
        .containsExactly(
            "ring r: of 2 servers at most 2 may be onboarded, 0 more from now on, because their antivirus is verified as set to passive mode; at least 0 wait for that");
  }

  @Test
  void aRuleIsCalledByItsFirstServerAndHowManyFollow() {
    assertThat(
            passive()
                .says(1, DeploymentProgress.ONBOARDED, true)
                .says(2, DeploymentProgress.ONBOARDED, true)
                .says(3, DeploymentProgress.ONBOARDED, true)
                .wantedRules())
        .containsExactly(new NamedServers(List.of(1L, 2L, 3L)).rule("SRV1 (1) and 2 more"));
  }
}
