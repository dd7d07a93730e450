package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the manifest asks for and the site does not have, or this version cannot do. */
final class SiteFitTest {
  private static final String AUTO = "rollout: {method: auto}";

  private static void refused(SiteMade site, RecipeCode code, String... texts) {
    List<Diagnostic> problems = site.problems();
    assertThat(problems).extracting(Diagnostic::code).containsOnly(code);
    assertThat(problems).extracting(Diagnostic::toString).containsExactly(texts);
  }

  @Test
  void aSiteThatHasAllFits() {
    assertThat(new SiteMade().problems()).isEmpty();
  }

  @Test
  void everythingThatIsWrongRefusesTheIntentTogether() {
    SiteMade site = new SiteMade().groups("Other DPs").meeting("SRV1", "SRV2");
    site.members(site.pilot(), 51);
    assertThatThrownBy(site::intent)
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly(
                        RecipeCode.GROUP_UNKNOWN,
                        RecipeCode.RING_TOO_LARGE,
                        RecipeCode.SERVERS_NOT_KEPT_APART));
  }

  @Test
  void aRingWithMoreServersThanItMayHaveIsRefused() {
    SiteMade site = new SiteMade();
    assertThat(site.members(site.pilot(), 50).members(site.broad(), 500).problems()).isEmpty();
    refused(
        site.members(site.pilot(), 51),
        RecipeCode.RING_TOO_LARGE,
        "Ring \"pilot\" has 51 servers, but the manifest allows 50 (garrison.yaml:12). Check which servers its collections contain. If the number is correct, raise \"maxDevices\". [RING_TOO_LARGE GAR-0524]");
  }

  @Test
  void aGroupThatTheSiteLacksIsRefusedWithThoseThatItHas() {
    refused(
        new SiteMade("2019", "", ", distributionGroups: [Berlin DPs, All DPs]", "")
            .groups("Tokyo DPs", "All DPs"),
        RecipeCode.GROUP_UNKNOWN,
        "The distribution point group \"Berlin DPs\" wasn't found on the site (garrison.yaml:12). Specify one of these: All DPs, Tokyo DPs. [GROUP_UNKNOWN GAR-0522]");
    // Two rings use the groups of this line: it is one problem.
    refused(
        new SiteMade().groups(),
        RecipeCode.GROUP_UNKNOWN,
        "The distribution point group \"All DPs\" wasn't found on the site (garrison.yaml:15). The site shows this account none. If there are some, add the permission to read them to the account's security role. [GROUP_UNKNOWN GAR-0522]");
  }

  private static final String POLICY =
      "rollout: {method: client-setting, clientSetting: Servers, onboardingPolicy: Policy, defenderAgent: 1}\ndistribution: {groups: []}";

  @Test
  void aRingWithoutAGroupIsRefusedWhereSomethingHasToReachItsServers() {
    SiteMade leaving = new SiteMade("2019", POLICY, "", "").on(OnboardingRoute.CLIENT_SETTING);
    assertThat(leaving.problems()).isEmpty();
    leaving.beside(
        leaving
            .manifest()
            .naming()
            .deploymentFor(
                "small", OperatingSystem.WINDOWS_SERVER_2019, Ring.Antivirus.PASSIVE, "pilot"));
    refused(
        leaving,
        RecipeCode.GROUP_NOT_NAMED,
        "Ring \"pilot\" has no distribution point group, so its servers can't download the content (garrison.yaml:16). Specify at least one group under \"distribution.groups\". [GROUP_NOT_NAMED GAR-0523]",
        "Ring \"broad\" has no distribution point group, so its servers can't download the content (garrison.yaml:16). Specify at least one group under \"distribution.groups\". [GROUP_NOT_NAMED GAR-0523]");
  }

  @Test
  void aScopeThatTheSiteLacksIsRefused() {
    SiteMade site = new SiteMade("2019", "securityScopes: [Servers, Clients]", "", "");
    refused(
        site.scopes("servers"),
        RecipeCode.SCOPE_UNKNOWN,
        "The security scope \"Clients\" wasn't found on the site (garrison.yaml:16). Specify one of these: servers. [SCOPE_UNKNOWN GAR-0530]");
  }

  @Test
  void serversThatMustNotMoveTogetherAreRefused() {
    String kept = "rollout: {keepApart: [SQL servers]}";
    refused(
        new SiteMade("2019", kept, "", "").meeting("A", "B", "C", "D", "E"),
        RecipeCode.SERVERS_NOT_KEPT_APART,
        "Ring \"pilot\" has 5 servers of \"SQL servers\", which must be in different rings: A, B, C, D, E (garrison.yaml:16). Move all but one of these servers to other rings. [SERVERS_NOT_KEPT_APART GAR-0538]");
    refused(
        new SiteMade("2019", kept, "", "").meeting("A", "B", "C", "D", "E", "F"),
        RecipeCode.SERVERS_NOT_KEPT_APART,
        "Ring \"pilot\" has 6 servers of \"SQL servers\", which must be in different rings: A, B, C, D, E, and 1 more (garrison.yaml:16). Move all but one of these servers to other rings. [SERVERS_NOT_KEPT_APART GAR-0538]");
  }

  @Test
  void theNamesOfTheRouteAreNeededWhereServersAreOnIt() {
    SiteMade site = new SiteMade("2019", AUTO, "", "");
    assertThat(site.problems()).isEmpty();
    refused(
        site.on(OnboardingRoute.CLIENT_SETTING),
        RecipeCode.ROUTE_NAMES_MISSING,
        "The servers of this manifest use the client-setting method, but the client setting and the policy aren't specified (garrison.yaml:16). Add \"rollout.clientSetting\" and \"rollout.onboardingPolicy\". [ROUTE_NAMES_MISSING GAR-0537]");
  }

  @Test
  void aPassiveRingOf2012R2CannotBeOnTheClientSettingRoute() {
    String names = "rollout: {method: auto, clientSetting: Servers, onboardingPolicy: Policy}";
    String passive = ", antivirus: passive";
    refused(
        new SiteMade("2012R2, 2019", names, "", passive).on(OnboardingRoute.CLIENT_SETTING),
        RecipeCode.PASSIVE_NOT_POSSIBLE,
        "Ring \"broad\" requires passive mode, but its servers use the client-setting method, which can't provide passive mode on Windows Server 2012 R2 (garrison.yaml:13). Remove 2012R2 from \"operatingSystems\", or change to \"method: application\" with \"migrateRoute: true\". [PASSIVE_NOT_POSSIBLE GAR-1041]");
    assertThat(new SiteMade("2012R2, 2019", names, "", passive).problems()).isEmpty();
    assertThat(
            new SiteMade("2019", names, "", passive).on(OnboardingRoute.CLIENT_SETTING).problems())
        .isEmpty();
    assertThat(
            new SiteMade("2012R2, 2019", names, "", "")
                .on(OnboardingRoute.CLIENT_SETTING)
                .problems())
        .isEmpty();
  }
}
