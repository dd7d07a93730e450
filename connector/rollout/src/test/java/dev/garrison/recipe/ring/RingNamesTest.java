package dev.garrison.recipe.ring;

import static dev.garrison.recipe.ring.RingSite.SYSTEM;
import static dev.garrison.recipe.ring.RingSite.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rings have deployments beside onboarding: of an antivirus mode, and of settings. */
final class RingNamesTest {
  private static final String PROXY = ", proxy: {sensor: 'proxy.contoso.example:8080'}";

  private final RingSite active = new RingSite();
  private final RingSite passive = new RingSite("", "", ", antivirus: passive");

  private static AntivirusModes modes(RingSite site) {
    return AntivirusModes.of(site.manifest(), site.facts().ours());
  }

  private static RingSettings settings(RingSite site, OnboardingRoute route) {
    return RingSettings.of(site.manifest(), site.facts().ours(), route);
  }

  private static String mode(RingSite site, Ring ring, Antivirus mode) {
    return site.manifest().naming().deploymentFor("small", SYSTEM, mode, ring.name());
  }

  @Test
  void whereEveryRingIsActiveNoModeIsDeployed() {
    assertThat(modes(active).areOurs()).isFalse();
    assertThat(modes(active).deployments(active.pilot())).isEmpty();
  }

  @Test
  void wherePassiveIsSomewhereEachRingHasItsMode() {
    AntivirusModes modes = modes(passive);
    assertThat(modes.areOurs()).isTrue();
    assertThat(modes.deployments(passive.pilot()))
        .hasSize(2)
        .contains(mode(passive, passive.pilot(), Antivirus.ACTIVE));
    assertThat(modes.deployments(passive.broad()))
        .hasSize(2)
        .contains(mode(passive, passive.broad(), Antivirus.PASSIVE));
  }

  @Test
  void aModeThatOnceWasDeployedIsLeftByDeployingTheOther() {
    String name = mode(active, active.pilot(), Antivirus.PASSIVE);
    AntivirusModes modes = modes(active.beside(name, made(9)));
    assertThat(modes.areOurs()).isTrue();
    assertThat(modes.isThere(name)).isTrue();
    assertThat(modes.isThere("another")).isFalse();
    assertThat(modes.deployed(active.pilot(), Antivirus.PASSIVE)).isTrue();
    assertThat(modes.deployed(active.pilot(), Antivirus.ACTIVE)).isFalse();
    assertThat(modes.deployed(active.broad(), Antivirus.PASSIVE)).isFalse();
  }

  @Test
  void aRingHasOpenedByEitherRoute() {
    assertThat(modes(active).opened(active.pilot())).isFalse();
    active.opened(active.pilot(), 1).policy(active.broad(), SYSTEM, made(1));
    assertThat(modes(active).opened(active.pilot())).isTrue();
    assertThat(modes(active).opened(active.broad())).isTrue();
    RingSite other = new RingSite();
    other.deployed(other.pilot(), OperatingSystem.WINDOWS_SERVER_2016, made(1));
    assertThat(modes(other).opened(other.pilot())).isFalse();
  }

  @Test
  void settingsAreSaidOnTheApplicationRouteAndWhereARingHasAProxy() {
    RingSettings application = settings(active, OnboardingRoute.APPLICATION);
    assertThat(application.saySampleSharing()).isTrue();
    assertThat(application.deployments(active.pilot()))
        .containsExactlyElementsOf(names(active, active.pilot()));
    RingSettings policy = settings(active, OnboardingRoute.CLIENT_SETTING);
    assertThat(policy.saySampleSharing()).isFalse();
    assertThat(policy.sayAnything()).isFalse();
    assertThat(policy.deployments(active.pilot())).isEmpty();
    assertThat(policy.distinct()).isEmpty();
    RingSettings proxies = settings(new RingSite("", "", PROXY), OnboardingRoute.CLIENT_SETTING);
    assertThat(proxies.sayAnything()).isTrue();
  }

  private static List<String> names(RingSite site, Ring ring) {
    return site.manifest().operatingSystems().stream()
        .map(system -> site.manifest().naming().settingsDeploymentFor("small", system, ring.name()))
        .toList();
  }

  @Test
  void aRingThatHasDeploymentsKeepsThem() {
    String name = names(active, active.pilot()).getFirst();
    RingSettings policy = settings(active.beside(name, made(1)), OnboardingRoute.CLIENT_SETTING);
    assertThat(policy.sayAnything()).isFalse();
    assertThat(policy.isThere(name)).isTrue();
    assertThat(policy.isThere("another")).isFalse();
    assertThat(policy.areFor(active.pilot())).isTrue();
    assertThat(policy.areFor(active.broad())).isFalse();
    assertThat(policy.distinct()).containsExactly(active.pilot());
  }

  @Test
  void ringsWithTheSameProxiesShareAnApplication() {
    RingSettings alike = settings(active, OnboardingRoute.APPLICATION);
    assertThat(RingVariants.alike(active.pilot(), active.broad())).isTrue();
    assertThat(alike.distinct()).containsExactly(active.pilot());
    assertThat(alike.wordFor(active.broad())).isEmpty();

    RingSite other = new RingSite("", "", PROXY);
    RingSettings differing = settings(other, OnboardingRoute.APPLICATION);
    assertThat(RingVariants.alike(other.pilot(), other.broad())).isFalse();
    assertThat(differing.distinct()).containsExactly(other.pilot(), other.broad());
    assertThat(differing.wordFor(other.pilot())).isEmpty();
    assertThat(differing.wordFor(other.broad())).contains("of broad");
  }
}
