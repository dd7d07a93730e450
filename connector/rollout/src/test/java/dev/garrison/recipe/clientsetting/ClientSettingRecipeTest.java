package dev.garrison.recipe.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.value.ClientSettingNames;
import dev.garrison.mecm.clientsetting.AgentSetting;
import dev.garrison.mecm.clientsetting.SettingAssignment;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicy;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.recipe.ring.RingSchedule;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What onboards by client setting and policy, and what goes when servers move or a ring halts. */
final class ClientSettingRecipeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:30Z");
  private static final LocalDateTime START = LocalDateTime.parse("2026-11-24T21:00");
  private static final ClientSettingNames NAMES = new ClientSettingNames("S", "P");
  private static final Address POLICY = PolicyDeployment.address("MDE r - 2016");
  private static final Address PART = SettingAssignment.address("MDE r - 2016");
  private static final Address ENTRY = SettingAssignment.address("MDE r - 2016 passive");
  private static final Address MODE =
      ApplicationDeployment.address("MDE r - 2016 antivirus passive");

  private final Map<String, DeploymentFact> applications = new HashMap<>();
  private final Map<String, DeploymentFact> policies = new HashMap<>();
  private final List<CollectionFact> collections = new ArrayList<>();
  private String antivirus = "active";
  private String system = "2016";
  private RingState state = RingState.OPEN;
  private boolean blackout;

  private Manifest manifest() {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site: {code: PS1, providers: [https://cm01.contoso.example/AdminService]}
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/onboarding.zip}
        sampleSharing: none
        operatingSystems: [%s]
        limitingCollection: All Servers
        distribution: {groups: [All DPs]}
        rollout: {method: client-setting, clientSetting: S, onboardingPolicy: P, defenderAgent: 1}
        rings:
          - {name: r, collections: [Servers], maxDevices: 500, deadline: "+3d 22:00", antivirus: %s}
        """
            .formatted(system, antivirus);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private ClientSettingRecipe recipe() {
    return new ClientSettingRecipe(
        manifest(),
        new RingFacts(
            new SiteCollections(collections),
            new OurDeployments(applications, Map.of(), policies, Map.of()),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            EntryFacts.NONE));
  }

  private RingPlan plan() {
    Ring ring = manifest().rings().getFirst();
    return new RingPlan(
        ring,
        new RingVerdict("r", state, "because", RingNote.NONE, false),
        new RingSchedule(ring, NOW, ZoneOffset.UTC),
        blackout,
        Optional.empty());
  }

  private List<Wanted<?>> wanted() {
    return recipe().wanted(NAMES, List.of(plan()), NOW);
  }

  private static DeploymentFact there() {
    return new DeploymentFact(
        1,
        "PS100001",
        Optional.empty(),
        Optional.of(LocalDateTime.of(2026, 12, 1, 22, 0)),
        Optional.of(NOW));
  }

  private static Wanted<?> setting(String collection, Set<Address> after) {
    return new Wanted<>(
        SettingAssignment.address(collection),
        new Desired.Present<>(new SettingAssignment(collection, "S")),
        after);
  }

  private static Wanted<?> policy(String name, String collection, Set<Address> after) {
    return new Wanted<>(
        PolicyDeployment.address(name),
        new Desired.Present<>(
            PolicyDeployment.of(name, "Ring r. [garrison:1:small]", "P", collection, START)),
        after);
  }

  private static Wanted<?> gone(Address address, String why, Address... after) {
    return new Wanted<>(address, new Desired.Absent<>(why), Set.of(after));
  }

  private static final Wanted<?> AGENT =
      Wanted.present(AgentSetting.address("S"), AgentSetting.careful("S"));
  private static final Wanted<?> ONBOARDING =
      Wanted.present(OnboardingPolicy.address("P"), new OnboardingPolicy("P"));

  @Test
  void theOlderSystemsNeedTheSettingBeforeThePolicy() {
    assertThat(wanted())
        .containsExactly(
            AGENT,
            ONBOARDING,
            setting("MDE r - 2016", Set.of()),
            policy("MDE r - 2016", "MDE r - 2016", Set.of(PART)));
  }

  @Test
  void theNewerOnesNeedNone() {
    system = "2019";
    assertThat(wanted())
        .containsExactly(ONBOARDING, policy("MDE r - 2019", "MDE r - 2019", Set.of()));
  }

  @Test
  void aRingThatWaitsHoldsBothUnlessThePolicyIsThere() {
    state = RingState.WAITING;
    assertThat(wanted().subList(2, 4))
        .extracting(Wanted::held)
        .containsOnly(Optional.of("ring r: because"));
    state = RingState.OPEN;
    blackout = true;
    assertThat(wanted().getLast().held()).contains("today is a blackout day");
    policies.put("MDE r - 2016", there());
    assertThat(wanted().subList(2, 4)).extracting(Wanted::held).containsOnly(Optional.empty());
  }

  @Test
  void aPassiveRingsModeComesFirstAndItsActiveCollectionLosesTheSetting() {
    antivirus = "passive";
    assertThat(wanted())
        .containsExactly(
            AGENT,
            ONBOARDING,
            setting("MDE r - 2016 passive", Set.of(MODE)),
            policy("MDE r - 2016", "MDE r - 2016 passive", Set.of(MODE, ENTRY)),
            gone(PART, "ring r is passive now", POLICY));
  }

  @Test
  void aRingThatWasPassiveLosesTheSettingOfItsPassiveCollection() {
    collections.add(
        new CollectionFact(
            "PS100001", "MDE r - 2016 passive", "[garrison:1:small]", 1, false, Optional.empty()));
    assertThat(wanted().getLast()).isEqualTo(gone(ENTRY, "ring r is active now", POLICY));
  }

  @Test
  void aCollectionOfThatNameWithoutOurMarkIsLeftAlone() {
    collections.add(
        new CollectionFact("PS100001", "MDE r - 2016 passive", "", 1, false, Optional.empty()));
    assertThat(wanted()).extracting(Wanted::address).doesNotContain(ENTRY);
  }

  @Test
  void aHaltTakesPolicyAndSettingAway() {
    state = RingState.HALTED;
    assertThat(wanted())
        .containsExactly(
            AGENT, ONBOARDING, gone(POLICY, "ring r is halted"), gone(PART, "ring r is halted"));
    antivirus = "passive";
    assertThat(wanted()).last().isEqualTo(gone(ENTRY, "ring r is halted"));
    system = "2019";
    assertThat(wanted())
        .containsExactly(
            ONBOARDING, gone(PolicyDeployment.address("MDE r - 2019"), "ring r is halted"));
  }

  @Test
  void deploymentsOfTheOtherRouteGoBeforeAnythingOnboards() {
    applications.put("MDE r - 2016", there());
    Address old = ApplicationDeployment.address("MDE r - 2016");
    assertThat(wanted())
        .containsExactly(
            gone(old, "its servers move to the client-setting route"),
            AGENT,
            ONBOARDING,
            setting("MDE r - 2016", Set.of(old)),
            policy("MDE r - 2016", "MDE r - 2016", Set.of(old, PART)));
  }

  @Test
  void whatIsLeftGoesWhereServersMoveToApplications() {
    assertThat(recipe().left()).isEmpty();
    policies.put("MDE r - 2016", there());
    String why = "its servers move to the application route";
    assertThat(recipe().left()).containsExactly(gone(POLICY, why), gone(PART, why));
    antivirus = "passive";
    assertThat(recipe().left())
        .containsExactly(gone(POLICY, why), gone(PART, why), gone(ENTRY, why));
  }

  @Test
  void aPersonIsToldWhatThisRouteCannot() {
    String moving =
        "servers move from the application route: its deployments go first, and servers that are onboarded stay so";
    String halted =
        "a halted ring's servers continue until they fetch policy; onboarded servers stay onboarded";
    assertThat(recipe().remarks(List.of(plan())))
        .containsExactly(
            "the client-setting route has no deadline: servers begin as soon as they hear of it, 2012 R2 and 2016 in their maintenance windows (inferred)",
            "what the onboarding policy holds cannot be seen: \"packages.onboarding\" is proven and is the file to make it from",
            "how servers are is read from hardware inventory, a day old or more; a server that fails looks like one that has not begun",
            "this route doesn't check for another antivirus: servers that have one belong into a passive ring, or Defender becomes active alongside it",
            "sampleSharing and removeWorkspace have no effect on this route: the policy says both");
    applications.put("MDE r - 2016", there());
    assertThat(recipe().remarks(List.of(plan()))).contains(moving).doesNotContain(halted);
    state = RingState.HALTED;
    assertThat(recipe().remarks(List.of(plan()))).contains(halted);
  }
}
