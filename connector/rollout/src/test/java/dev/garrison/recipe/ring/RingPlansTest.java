package dev.garrison.recipe.ring;

import static dev.garrison.recipe.ring.RingSite.NOW;
import static dev.garrison.recipe.ring.RingSite.SYSTEM;
import static dev.garrison.recipe.ring.RingSite.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.engine.plan.RingDecision;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.survey.ring.DeploymentFact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the rings of a manifest stand, by what the site shows of them. */
final class RingPlansTest {
  private static final RingNote.HaltOrder ORDER =
      new RingNote.HaltOrder("anna", Instant.parse("2026-11-24T21:04:00Z"));

  private static final OperatingSystem OTHER = OperatingSystem.WINDOWS_SERVER_2022;
  private static final Instant SOAKED = NOW.minus(Duration.ofDays(4));

  private final RingSite site = new RingSite();

  private List<String> decided() {
    return decided(site);
  }

  private static List<String> decided(RingSite site) {
    return site.plans().decisions().stream()
        .map(each -> "%s %s: %s".formatted(each.ring(), each.decision(), each.reason()))
        .toList();
  }

  private RingSite passed() {
    return site.opened(site.pilot(), 9)
        .well(site.pilot(), 10)
        .whole(site.pilot(), RingNote.NONE.healthy(SOAKED).describing("pilot"), 10);
  }

  @Test
  void nothingIsThereYetSoTheFirstRingOpens() {
    site.members(site.pilot(), 7);
    assertThat(site.plans().decisions())
        .containsExactly(
            new RingDecision("pilot", "open", "it is the first ring", 7, 50),
            new RingDecision("broad", "waiting", "waits for ring pilot to meet its gate", 0, 500));
    assertThat(site.plans().all())
        .extracting(RingPlan::hold)
        .containsExactly(
            Optional.empty(), Optional.of("ring broad: waits for ring pilot to meet its gate"));
  }

  @Test
  void aRingThatHasSoakedOpensTheNext() {
    passed();
    assertThat(decided())
        .containsExactly(
            "pilot passed: 10 of 10 servers (100%) onboarded, soaked since 2026-11-20T12:00:00Z",
            "broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void aDeploymentForASystemThatTheManifestNoLongerNamesOpenedTheRingAllTheSame() {
    site.deployed(site.pilot(), OperatingSystem.WINDOWS_SERVER_2016, made(1))
        .well(site.pilot(), 10);
    assertThat(decided().getFirst()).startsWith("pilot soaking: ");
  }

  @Test
  void aPolicyOpensARingToo() {
    site.policy(site.pilot(), SYSTEM, made(1)).well(site.pilot(), 10);
    assertThat(decided().getFirst()).startsWith("pilot soaking: ");
  }

  @Test
  void aDeploymentBesideOnboardingDoesNot() {
    site.beside(site.deployment(site.pilot(), SYSTEM), made(1)).well(site.pilot(), 10);
    assertThat(decided()).startsWith("pilot open: it is the first ring");
  }

  @Test
  void theOldestDeploymentIsTheOpening() {
    site.deployed(site.pilot(), SYSTEM, made(22))
        .deployed(site.pilot(), OTHER, made(1))
        .health(site.pilot(), new RingHealth(0, 0, 10, 0, 0));
    assertThat(decided().getFirst())
        .isEqualTo(
            "pilot stalled: not met 22 days after the ring opened: 0 of 10 servers (0%) onboarded, 95% required");
  }

  @Test
  void aDeploymentThatDoesNotTellItsAgeIsOfNow() {
    site.deployed(
            site.pilot(),
            SYSTEM,
            new DeploymentFact(
                1,
                "PS100000",
                Optional.empty(),
                Optional.of(LocalDateTime.of(2026, 12, 1, 22, 0)),
                Optional.empty()))
        .health(site.pilot(), new RingHealth(0, 0, 10, 0, 0));
    assertThat(decided().getFirst()).startsWith("pilot open: 0 of 10 servers");
    assertThat(site.plans().reports().getFirst().opened()).contains(NOW);
  }

  @Test
  void serversOfASystemWithoutADeploymentKeepTheGateClosed() {
    site.deployed(site.pilot(), SYSTEM, made(9))
        .well(site.pilot(), 10)
        .part(site.pilot(), SYSTEM, 10)
        .part(site.pilot(), OTHER, 2);
    assertThat(decided().getFirst())
        .isEqualTo(
            "pilot open: nothing is deployed to %s yet"
                .formatted(site.collection(site.pilot(), OTHER)));
  }

  @Test
  void aSystemWithoutServersDoesNot() {
    site.deployed(site.pilot(), SYSTEM, made(9))
        .well(site.pilot(), 10)
        .part(site.pilot(), OTHER, 0);
    assertThat(decided().getFirst()).startsWith("pilot soaking: ");
  }

  @Test
  void aHaltThatIsNotedHolds() {
    site.opened(site.pilot(), 9)
        .well(site.pilot(), 10)
        .whole(site.pilot(), RingNote.NONE.haltedBecause("INC0042", ORDER).describing("pilot"), 10);
    assertThat(decided())
        .containsExactly(
            "pilot halted: INC0042 (by anna, 2026-11-24T21:04:00Z)",
            "broad waiting: waits for ring pilot to meet its gate");
    assertThat(site.plans().reports().getFirst().reason())
        .isEqualTo("INC0042 (by anna, 2026-11-24T21:04:00Z)");
  }

  @Test
  void aHaltRemembersTheRoute() {
    site.opened(site.pilot(), 9).health(site.pilot(), new RingHealth(5, 5, 0, 0, 0));
    assertThat(pilot().verdict().note().route()).contains(OnboardingRoute.APPLICATION);

    RingSite moved = new RingSite();
    moved
        .policy(moved.pilot(), SYSTEM, made(9))
        .policy(moved.broad(), SYSTEM, made(9))
        .health(moved.pilot(), new RingHealth(5, 5, 0, 0, 0));
    assertThat(moved.plans().all().getFirst().verdict().note().route())
        .contains(OnboardingRoute.CLIENT_SETTING);
  }

  @Test
  void theRouteOfAnotherRingIsNotRemembered() {
    site.opened(site.broad(), 9)
        .whole(site.pilot(), RingNote.NONE.haltedBecause("INC0042", ORDER).describing("pilot"), 10);
    assertThat(pilot().verdict().note().route()).isEmpty();
  }

  @Test
  void aRingThatIsNotHaltedRemembersNoRoute() {
    site.opened(site.pilot(), 9).well(site.pilot(), 10);
    assertThat(pilot().verdict().note().route()).isEmpty();
  }

  private RingPlan pilot() {
    return site.plans().all().getFirst();
  }

  @Test
  void aPersonReadsWhatTheNextApplyDoes() {
    assertThat(site.plans().reports())
        .extracting(RingReport::state, RingReport::reason)
        .containsExactly(
            tuple(RingState.WAITING, "opens with the next \"garrison apply\""),
            tuple(RingState.WAITING, "waits for ring pilot to meet its gate"));

    site.opened(site.pilot(), 9).health(site.pilot(), new RingHealth(5, 5, 0, 0, 0));
    assertThat(site.plans().reports().getFirst().reason())
        .isEqualTo(
            "5 of 10 servers (50%) failed, 10% allowed; the next \"garrison apply\" disables its deployments");
  }

  @Test
  void aReportHasTheRingsNumbers() {
    RingHealth health = new RingHealth(9, 0, 1, 0, 0);
    site.opened(site.pilot(), 2).health(site.pilot(), health).members(site.pilot(), 12);
    assertThat(site.plans().reports().getFirst())
        .isEqualTo(
            new RingReport(
                "pilot",
                RingState.OPEN,
                "9 of 10 servers (90%) onboarded, 95% required",
                Optional.of(NOW.minus(Duration.ofDays(2))),
                12,
                50,
                health,
                site.pilot().gate(),
                Optional.of(RingAntivirus.NONE)));
    assertThat(site.plans().reports().getLast().health()).isEqualTo(RingHealth.NONE);
    assertThat(site.plans().reports().getLast().antivirus()).isEmpty();
  }

  @Test
  void aRingHoldsContentWhileItIsOpenOrHalted() {
    passed();
    assertThat(site.plans().all()).extracting(RingPlan::holdsContent).containsExactly(true, true);
    RingSite halted = new RingSite();
    halted.opened(halted.pilot(), 9).health(halted.pilot(), new RingHealth(5, 5, 0, 0, 0));
    assertThat(halted.plans().all())
        .extracting(RingPlan::holdsContent, RingPlan::halted)
        .containsExactly(tuple(true, true), tuple(false, false));
  }

  @Test
  void onABlackoutDayAnOpenRingGetsNothingNew() {
    RingSite dark = new RingSite("blackout: [2026-11-24]", "", "");
    dark.opened(dark.pilot(), 9).well(dark.pilot(), 10);
    assertThat(dark.plans().all().getFirst().hold()).contains("today is a blackout day");
    assertThat(dark.plans().all().getLast().hold().orElseThrow()).startsWith("ring broad: ");
    assertThat(dark.in(ZoneId.of("Pacific/Kiritimati")).plans().all().getFirst().hold()).isEmpty();
  }

  @Test
  void onlyTheTimesOfDeploymentsThatAreToBeMadeAreLookedAt() {
    RingSite dark = new RingSite("blackout: [2026-11-27]", "", "");
    assertThat(dark.plans().problems(OnboardingRoute.APPLICATION))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(RingCode.DEADLINE_IN_BLACKOUT);
          assertThat(problem)
              .hasToString(
                  "If ring \"pilot\" opens now, its deadline is on 2026-11-27, a blackout day (garrison.yaml:16). Open the ring on another day, or choose another \"deadline\". [DEADLINE_IN_BLACKOUT GAR-0525]");
        });
    assertThat(dark.plans().validUntil(OnboardingRoute.APPLICATION))
        .contains(Instant.parse("2026-11-26T08:00:00Z"));

    settings(dark.opened(dark.pilot(), 1));
    assertThat(dark.plans().problems(OnboardingRoute.APPLICATION)).isEmpty();
    assertThat(dark.plans().validUntil(OnboardingRoute.APPLICATION)).isEmpty();
  }

  private static void settings(RingSite site) {
    for (OperatingSystem system : site.manifest().operatingSystems()) {
      site.beside(
          site.manifest().naming().settingsDeploymentFor("small", system, "pilot"), made(1));
    }
  }

  @Test
  void aDeploymentWithoutADeadlineIsMadeAnew() {
    RingSite dark = new RingSite("blackout: [2026-11-27]", "", "");
    settings(dark.opened(dark.pilot(), 1));
    dark.deployed(
        dark.pilot(),
        OTHER,
        new DeploymentFact(1, "PS1", Optional.empty(), Optional.empty(), Optional.of(NOW)));
    assertThat(dark.plans().problems(OnboardingRoute.APPLICATION)).hasSize(1);
  }

  @Test
  void settingsThatAreNotDeployedYetCountToo() {
    RingSite dark = new RingSite("blackout: [2026-11-27]", "", "");
    dark.opened(dark.pilot(), 1);
    assertThat(dark.plans().problems(OnboardingRoute.APPLICATION)).hasSize(1);
  }

  @Test
  void onTheClientSettingRouteOnlyWhatIsBesideOnboardingHasADeadline() {
    RingSite dark = new RingSite("blackout: [2026-11-27]", "", "");
    assertThat(dark.plans().problems(OnboardingRoute.CLIENT_SETTING)).isEmpty();
    assertThat(dark.plans().validUntil(OnboardingRoute.CLIENT_SETTING)).isEmpty();
    RingSite passive = new RingSite("blackout: [2026-11-27]", ", antivirus: passive", "");
    assertThat(passive.plans().problems(OnboardingRoute.CLIENT_SETTING)).hasSize(1);
    RingSite proxy =
        new RingSite(
            "blackout: [2026-11-27]", ", proxy: {sensor: 'proxy.contoso.example:8080'}", "");
    assertThat(proxy.plans().problems(OnboardingRoute.CLIENT_SETTING)).hasSize(1);
  }
}
