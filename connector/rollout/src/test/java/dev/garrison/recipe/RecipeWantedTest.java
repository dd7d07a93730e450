package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.survey.ring.CollectionFact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wanted for a manifest's servers, whichever route they are on. */
final class RecipeWantedTest {
  private static final OperatingSystem SYSTEM = OperatingSystem.WINDOWS_SERVER_2019;
  private static final OperatingSystem OLDEST = OperatingSystem.WINDOWS_SERVER_2012_R2;
  private static final String POLICY =
      "rollout: {method: client-setting, clientSetting: Servers, onboardingPolicy: Policy, defenderAgent: 1}\n";

  private static Wanted<?> the(Intent intent, Address address) {
    return intent.wanted().stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError(address + " is not wanted"));
  }

  private static DeviceCollection collection(Intent intent, String name) {
    return (DeviceCollection)
        the(intent, DeviceCollection.address(name)).desired().wantedState().orElseThrow();
  }

  private static List<String> kinds(Intent intent) {
    return intent.wanted().stream().map(each -> each.address().kind()).distinct().toList();
  }

  @Test
  void onTheApplicationRouteContentComesFirstAndDeploymentsLast() {
    assertThat(kinds(new SiteMade().intent()))
        .containsExactly("content", "application", "collection", "distribution", "deployment");
  }

  @ParameterizedTest
  @CsvSource({"2012R2, true", "2016, true", "2019, false", "2022, false"})
  void onlyTheUnifiedAgentsSensorCountsAsOnboarded(String system, boolean agent) {
    Intent intent = new SiteMade(system, "", "", "").intent();
    Application application =
        intent.wanted().stream()
            .filter(each -> each.address().kind().equals(Application.KIND))
            .flatMap(each -> each.desired().wantedState().stream())
            .map(Application.class::cast)
            .filter(each -> !each.title().endsWith("settings"))
            .findFirst()
            .orElseThrow();
    assertThat(application.deploymentType().detection().contains(RegistryClause.unifiedAgent()))
        .isEqualTo(agent);
    assertThat(application.deploymentType().detection()).hasSize(agent ? 5 : 4);
  }

  @Test
  void eachRingIsACollectionAroundTheCustomersWithoutTheRingsBefore() {
    SiteMade site = new SiteMade("2019", "", ", exclude: [SQL servers]", "");
    Intent intent = site.intent();
    String pilot = site.manifest().ringCollection(site.pilot());
    assertThat(collection(intent, pilot))
        .isEqualTo(
            new DeviceCollection(
                pilot,
                "Servers of ring pilot. [garrison:1:small]",
                "All Servers",
                Set.of(),
                Set.of("Pilot servers"),
                Set.of("SQL servers"),
                Set.of(),
                DeviceCollection.PERIODIC));
    assertThat(collection(intent, site.manifest().ringCollection(site.broad())).excludes())
        .containsExactly(pilot);
  }

  @Test
  void aRingsNoteStandsInItsComment() {
    SiteMade site = new SiteMade();
    site.opened(site.pilot(), 9)
        .health(site.pilot(), new RingHealth(5, 0, 0, 0, 0))
        .ours(
            new CollectionFact(
                "PS100009",
                site.manifest().ringCollection(site.pilot()),
                RingNote.NONE.healthy(SiteMade.NOW.minus(Duration.ofDays(1))).describing("pilot"),
                5,
                false,
                Optional.empty()));
    assertThat(collection(site.intent(), site.manifest().ringCollection(site.pilot())).comment())
        .isEqualTo(
            "Servers of ring pilot. {healthy since 2026-11-23T12:00:00Z} [garrison:1:small]");
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS_SERVER_2012_R2, 2012R2, 2012 R2, 9600",
    "WINDOWS_SERVER_2016, 2016, 2016, 14393",
    "WINDOWS_SERVER_2019, 2019, 2019, 17763",
    "WINDOWS_SERVER_2022, 2022, 2022, 20348"
  })
  void aSystemIsToldByItsCaptionAndItsBuild(
      OperatingSystem system, String word, String title, String build) {
    asksFor(new SiteMade(word, "", "", ""), system, title, build);
  }

  @Test
  void soIsServer2025WhereTheSiteKnowsIt() {
    SiteMade site = new SiteMade("2025", "", "", "");
    site.site(RecipeWordsTest.primary("5.00.9132.1000"));
    asksFor(site, OperatingSystem.WINDOWS_SERVER_2025, "2025", "26100");
  }

  private static void asksFor(SiteMade site, OperatingSystem system, String title, String build) {
    String name = site.collection(site.pilot(), system);
    Wanted<?> part = the(site.intent(), DeviceCollection.address(name));
    String whole = site.manifest().ringCollection(site.pilot());
    assertThat(part.after()).containsExactly(DeviceCollection.address(whole));
    assertThat(part.desired())
        .isEqualTo(
            new Desired.Present<>(
                new DeviceCollection(
                    name,
                    "Windows Server %s in ring pilot. [garrison:1:small]".formatted(title),
                    whole,
                    Set.of(
                        new QueryRule(
                            "Windows Server " + title,
                            QueryRule.SELECT
                                + " inner join SMS_G_System_OPERATING_SYSTEM on SMS_G_System_OPERATING_SYSTEM.ResourceID = SMS_R_System.ResourceID where SMS_G_System_OPERATING_SYSTEM.Caption like \"%Windows Server "
                                + title
                                + "%\" and SMS_G_System_OPERATING_SYSTEM.BuildNumber = \""
                                + build
                                + "\"")),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    DeviceCollection.PERIODIC)));
  }

  @Test
  void serversOfExceptionsThatHoldTodayAreKeptOutOfEveryRing() {
    SiteMade site =
        new SiteMade(
            "2019",
            "exceptions:\n  - {server: SRV2, until: 2026-11-24, reason: a, owner: x}\n  - {server: SRV1, until: 2027-01-01, reason: b, owner: x}\n  - {server: SRV3, until: 2026-11-23, reason: c, owner: x}",
            "",
            "");
    Intent intent = site.intent();
    String name = site.manifest().exceptionsCollection();
    assertThat(collection(intent, name))
        .isEqualTo(
            new DeviceCollection(
                name,
                "Servers that the manifest leaves out. [garrison:1:small]",
                "All Servers",
                Set.of(
                    new QueryRule(
                        "exceptions",
                        QueryRule.SELECT
                            + " where SMS_R_System.Name = \"SRV1\" or SMS_R_System.Name = \"SRV2\"")),
                Set.of(),
                Set.of(),
                Set.of(),
                DeviceCollection.PERIODIC));
    Wanted<?> pilot =
        the(intent, DeviceCollection.address(site.manifest().ringCollection(site.pilot())));
    assertThat(pilot.after()).contains(DeviceCollection.address(name));
    assertThat(collection(intent, site.manifest().ringCollection(site.pilot())).excludes())
        .containsExactly(name);
    assertThat(collection(intent, site.manifest().ringCollection(site.broad())).excludes())
        .contains(name);
  }

  @Test
  void withoutExceptionsThereIsNoCollectionOfThem() {
    SiteMade site = new SiteMade();
    assertThat(site.intent().wanted())
        .extracting(Wanted::address)
        .doesNotContain(DeviceCollection.address(site.manifest().exceptionsCollection()));
  }

  private static Wanted<?> deployment(SiteMade site, Intent intent, OperatingSystem system) {
    return the(intent, ApplicationDeployment.address(site.deployment(site.pilot(), system)));
  }

  @Test
  void aDeploymentComesBehindItsContentAndWaitsForItsRing() {
    SiteMade site = new SiteMade();
    Intent intent = site.intent();
    Wanted<?> pilot = deployment(site, intent, SYSTEM);
    assertThat(pilot.held()).isEmpty();
    assertThat(pilot.after()).extracting(Address::kind).containsExactly("distribution");
    assertThat(
            the(intent, ApplicationDeployment.address(site.deployment(site.broad(), SYSTEM)))
                .held())
        .contains("ring broad: waits for ring pilot to meet its gate");
    ApplicationDeployment state =
        (ApplicationDeployment) pilot.desired().wantedState().orElseThrow();
    assertThat(state.description()).isEqualTo("Ring pilot. [garrison:1:small]");
    assertThat(state.collection()).isEqualTo(site.collection(site.pilot(), SYSTEM));
  }

  @Test
  void aDeploymentThatIsThereIsNotHeld() {
    SiteMade site = new SiteMade();
    site.opened(site.broad(), 3);
    assertThat(
            the(site.intent(), ApplicationDeployment.address(site.deployment(site.broad(), SYSTEM)))
                .held())
        .isEmpty();
  }

  @Test
  void aHaltedRingsDeploymentIsDisabledAndWaitsForNothing() {
    SiteMade site = new SiteMade();
    ApplicationDeployment before =
        (ApplicationDeployment)
            deployment(site, site.intent(), SYSTEM).desired().wantedState().orElseThrow();
    site.opened(site.pilot(), 3).health(site.pilot(), new RingHealth(5, 5, 0, 0, 0));
    assertThat(deployment(site, site.intent(), SYSTEM))
        .isEqualTo(
            new Wanted<>(
                ApplicationDeployment.address(before.name()),
                new Desired.Present<>(before.disabled()),
                Set.of()));
  }

  @Test
  void contentGoesToTheGroupsOfRingsThatAreOpenOrHalted() {
    SiteMade site =
        new SiteMade("2019", "", ", distributionGroups: [Pilot DPs]", "")
            .groups("Pilot DPs", "All DPs");
    assertThat(groups(site)).containsExactly("Pilot DPs");
    site.opened(site.broad(), 3);
    assertThat(groups(site)).containsExactly("All DPs", "Pilot DPs");
    site.health(site.broad(), new RingHealth(0, 9, 0, 0, 0));
    assertThat(groups(site)).containsExactly("All DPs", "Pilot DPs");
  }

  private static Set<String> groups(SiteMade site) {
    Intent intent = site.intent();
    Application application =
        (Application)
            intent.wanted().stream()
                .filter(each -> each.address().kind().equals("application"))
                .filter(each -> each.address().name().contains("2019"))
                .findFirst()
                .orElseThrow()
                .desired()
                .wantedState()
                .orElseThrow();
    ContentDistribution sent =
        (ContentDistribution)
            the(intent, ContentDistribution.address(application.title()))
                .desired()
                .wantedState()
                .orElseThrow();
    return sent.groups().keySet();
  }

  @Test
  void whereNoRingHoldsContentNothingIsDistributed() {
    SiteMade site = new SiteMade("2019", "blackout: [2026-11-24]", "", "");
    assertThat(kinds(site.intent())).doesNotContain("distribution");
  }

  @Test
  void anotherTreatmentIsAnotherApplication() {
    SiteMade site = new SiteMade("2019", "", "", ", antivirus: passive");
    assertThat(
            site.intent().wanted().stream()
                .filter(each -> each.address().kind().equals("distribution"))
                .map(each -> each.address().name()))
        .noneMatch(name -> name.contains("passive") && name.contains("2019"));
  }

  @Test
  void aModeIsSetBeforeOnboarding() {
    SiteMade site = new SiteMade("2019", "", ", antivirus: passive", "");
    assertThat(deployment(site, site.intent(), SYSTEM).after())
        .contains(
            ApplicationDeployment.address(
                site.manifest()
                    .naming()
                    .deploymentFor("small", SYSTEM, Antivirus.PASSIVE, "pilot")));
  }

  @Test
  void theOldestSystemNeedsASettingBeforeItsDeployment() {
    SiteMade both = new SiteMade("2012R2, 2019", "", "", "");
    Intent intent = both.intent();
    Address setting = EndpointProtectionSetting.address();
    assertThat(the(intent, setting).desired()).isInstanceOf(Desired.Present.class);
    assertThat(deployment(both, intent, OLDEST).after()).contains(setting);
    assertThat(deployment(both, intent, SYSTEM).after()).doesNotContain(setting);
    assertThat(new SiteMade().intent().wanted())
        .extracting(Wanted::address)
        .doesNotContain(setting);
  }

  @Test
  void whatIsLeftOfTheOtherRouteGoesBeforeAnyDeployment() {
    SiteMade site = new SiteMade("2016", "", "", "");
    site.policy(site.pilot(), 3);
    Intent intent = site.intent();
    Address policy =
        PolicyDeployment.address(
            site.deployment(site.pilot(), OperatingSystem.WINDOWS_SERVER_2016));
    assertThat(the(intent, policy).desired())
        .isEqualTo(new Desired.Absent<>("its servers move to the application route"));
    assertThat(deployment(site, intent, OperatingSystem.WINDOWS_SERVER_2016).after())
        .contains(policy);
  }

  @Test
  void onTheClientSettingRouteAPolicyOnboards() {
    SiteMade site = new SiteMade("2019", POLICY, "", "").on(OnboardingRoute.CLIENT_SETTING);
    assertThat(kinds(site.intent()))
        .containsExactly("collection", "onboarding-policy", "policy-deployment");
    SiteMade passive =
        new SiteMade(
                "2019",
                POLICY,
                ", antivirus: passive, proxy: {sensor: 'proxy.contoso.example:8080'}",
                "")
            .on(OnboardingRoute.CLIENT_SETTING);
    assertThat(kinds(passive.intent()))
        .containsExactly(
            "content",
            "application",
            "collection",
            "distribution",
            "deployment",
            "onboarding-policy",
            "policy-deployment");
  }
}
