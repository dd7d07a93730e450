package dev.garrison.mecm.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.site.HierarchySite.Role;
import dev.garrison.mecm.site.HierarchySite.State;
import dev.garrison.mecm.site.RouteDecision.Admitted;
import dev.garrison.mecm.site.RouteDecision.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionGateTest {
  private static final SiteStatement PS1 = new SiteStatement("PS1", false, false);
  private static final RouteRequest AUTO =
      new RouteRequest(RequestedMethod.AUTO, Optional.empty(), false);

  private static HierarchySite primary(String code, String version) {
    return new HierarchySite(
        code, Role.PRIMARY, State.ACTIVE, SiteVersion.parse(version), Optional.empty());
  }

  private static HierarchySite below(String code, String version, String parent) {
    return new HierarchySite(
        code, Role.PRIMARY, State.ACTIVE, SiteVersion.parse(version), Optional.of(parent));
  }

  private static HierarchySite central(String version) {
    return new HierarchySite(
        "CAS", Role.CENTRAL, State.ACTIVE, SiteVersion.parse(version), Optional.empty());
  }

  private static Site site(String connected, RollupState rollup, HierarchySite... sites) {
    return new Site(
        new Site.Identity(connected, "GUID", Optional.empty(), Optional.empty()),
        List.of(sites),
        rollup);
  }

  private static String outcome(RouteDecision decision) {
    return switch (decision) {
      case Admitted admitted -> admitted.route().name();
      case Refused refused ->
          refused.reasons().stream()
              .map(reason -> reason.code().name())
              .collect(Collectors.joining("+"));
    };
  }

  private static String reasons(RouteDecision decision) {
    return switch (decision) {
      case Admitted admitted -> "admitted: " + admitted.reason();
      case Refused refused ->
          refused.reasons().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    };
  }

  private static Admitted admitted(RouteDecision decision) {
    assertThat(decision).isInstanceOf(Admitted.class);
    return (Admitted) decision;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # version        | rollup    | stated | method         | existing       | migrate | outcome
          5.00.8740.1000   | UNKNOWN   | false  | AUTO           |                | false   | SITE_TOO_OLD
          5.00.9049.1000   | INSTALLED | true   | AUTO           |                | false   | SITE_TOO_OLD
          5.00.9049.1000   | ABSENT    | false  | CLIENT_SETTING |                | false   | SITE_TOO_OLD+ROUTE_NEEDS_2207
          5.00.9057.1000   | INSTALLED | true   | AUTO           |                | false   | SITE_TOO_OLD
          5.00.9058.1000   | ABSENT    | false  | AUTO           |                | false   | ROLLUP_MISSING
          5.0.9058.1000    | ABSENT    | false  | AUTO           |                | false   | ROLLUP_MISSING
          5.00.9058.1000   | ABSENT    | true   | AUTO           |                | false   | ROLLUP_CONTRADICTED
          5.00.9058.1000   | UNKNOWN   | false  | AUTO           |                | false   | ROLLUP_UNKNOWN
          5.00.9058.1000   | UNKNOWN   | true   | AUTO           |                | false   | APPLICATION
          5.00.9058.1000   | INSTALLED | false  | AUTO           |                | false   | APPLICATION
          5.00.9058.1000   | INSTALLED | false  | APPLICATION    |                | false   | APPLICATION
          5.00.9058.1000   | INSTALLED | false  | CLIENT_SETTING |                | false   | ROUTE_NEEDS_2207
          5.00.9068.1000   | ABSENT    | false  | AUTO           |                | false   | APPLICATION
          5.00.9068.1000   | UNKNOWN   | false  | AUTO           |                | false   | APPLICATION
          5.00.9078.1000   | ABSENT    | false  | CLIENT_SETTING |                | false   | ROUTE_NEEDS_2207
          5.00.9087.1000   | ABSENT    | false  | AUTO           |                | false   | APPLICATION
          5.00.9088.1000   | ABSENT    | false  | AUTO           |                | false   | APPLICATION
          5.00.9088.1000   | ABSENT    | false  | APPLICATION    |                | false   | APPLICATION
          5.00.9088.1000   | ABSENT    | false  | CLIENT_SETTING |                | false   | CLIENT_SETTING
          5.00.9088.1000   | ABSENT    | false  | GROUP_POLICY   |                | false   | ROUTE_RESERVED
          5.00.9141.1000   | UNKNOWN   | false  | AUTO           | APPLICATION    | false   | APPLICATION
          5.00.9141.1000   | UNKNOWN   | false  | AUTO           | APPLICATION    | true    | APPLICATION
          5.00.9141.1000   | UNKNOWN   | false  | AUTO           | CLIENT_SETTING | false   | CLIENT_SETTING
          5.00.9141.1000   | UNKNOWN   | false  | AUTO           | CLIENT_SETTING | true    | CLIENT_SETTING
          5.00.9141.1000   | UNKNOWN   | false  | APPLICATION    | CLIENT_SETTING | false   | ROUTE_WOULD_CHANGE
          5.00.9141.1000   | UNKNOWN   | false  | APPLICATION    | CLIENT_SETTING | true    | APPLICATION
          5.00.9141.1000   | UNKNOWN   | false  | CLIENT_SETTING | APPLICATION    | false   | ROUTE_WOULD_CHANGE
          5.00.9141.1000   | UNKNOWN   | false  | CLIENT_SETTING | APPLICATION    | true    | CLIENT_SETTING
          5.00.9200.1000   | UNKNOWN   | false  | AUTO           |                | false   | APPLICATION
          6.00.100.1       | UNKNOWN   | false  | AUTO           |                | false   | APPLICATION
          nonsense         | INSTALLED | true   | AUTO           |                | false   | SITE_VERSION_UNKNOWN
          """)
  void theGateDecides(
      String version,
      RollupState rollup,
      boolean stated,
      RequestedMethod method,
      OnboardingRoute existing,
      boolean migrate,
      String outcome) {
    RouteDecision decision =
        VersionGate.decide(
            site("PS1", rollup, primary("PS1", version)),
            new SiteStatement("PS1", stated, false),
            new RouteRequest(method, Optional.ofNullable(existing), migrate));
    assertThat(outcome(decision)).isEqualTo(outcome);
  }

  @Test
  void theLowestSiteOfTheHierarchyDecides() {
    Site site =
        site(
            "CAS",
            RollupState.ABSENT,
            central("5.00.9141.1000"),
            below("PS1", "5.00.9141.1000", "CAS"),
            below("PS2", "5.00.9049.1000", "CAS"));
    assertThat(reasons(VersionGate.decide(site, new SiteStatement("CAS", false, false), AUTO)))
        .isEqualTo(
            "Site PS2 runs 2103 (5.00.9049.1000). Garrison requires version 2107 with KB11121541, or later."
                + " Update the site in the console (Administration > Updates and Servicing)."
                + " [SITE_TOO_OLD GAR-0236]");
  }

  @Test
  void aSiteWhoseVersionCannotBeReadCountsAsLowerThanAllOthers() {
    Site site =
        site(
            "CAS",
            RollupState.ABSENT,
            central("5.00.9141.1000"),
            below("PS1", "5.00.9141.1000", "CAS"),
            below("PS2", "nonsense", "CAS"));
    assertThat(reasons(VersionGate.decide(site, new SiteStatement("CAS", false, false), AUTO)))
        .isEqualTo(
            "The version of site PS2 can't be read. Grant the account permission to read sites, and run the command again. [SITE_VERSION_UNKNOWN GAR-0235]");
  }

  @Test
  void secondaryAndDeletedSitesDoNotDecide() {
    Site site =
        site(
            "PS1",
            RollupState.ABSENT,
            primary("PS1", "5.00.9088.1000"),
            new HierarchySite(
                "SE1",
                Role.SECONDARY,
                State.ACTIVE,
                SiteVersion.parse("5.00.9000.1"),
                Optional.of("PS1")),
            new HierarchySite(
                "OLD",
                Role.PRIMARY,
                State.DELETED,
                SiteVersion.parse("5.00.9000.1"),
                Optional.empty()));
    assertThat(outcome(VersionGate.decide(site, PS1, AUTO))).isEqualTo("APPLICATION");
  }

  @Test
  void aMissingRollupSaysWhatToInstallAndWhere() {
    Site site = site("PS1", RollupState.ABSENT, primary("PS1", "5.00.9058.1000"));
    assertThat(reasons(VersionGate.decide(site, PS1, AUTO)))
        .isEqualTo(
            "Site PS1 runs 2107 without KB11121541. Without this update, only the legacy agent can be managed. Install KB11121541, \"Update rollup for Microsoft Endpoint Configuration Manager current branch, version 2107\", or a later version, in the console"
                + " (Administration > Updates and Servicing). [ROLLUP_MISSING GAR-0237]");
  }

  @Test
  void anUnknownRollupIsSaidToBeUnknown() {
    Site site = site("PS1", RollupState.UNKNOWN, primary("PS1", "5.00.9058.1000"));
    assertThat(reasons(VersionGate.decide(site, PS1, AUTO)))
        .isEqualTo(
            "Site PS1 runs 2107. The status of KB11121541 is unknown: the list of updates can't be read completely. Grant the account permission to read sites and updates. If the console shows KB11121541 as installed (Administration > Updates and Servicing), set \"site.rollupKB11121541: installed\". [ROLLUP_UNKNOWN GAR-0238]");
  }

  private static String subject(String step) {
    return step.substring(0, step.indexOf(':'));
  }

  @Test
  void aSiteOn2107GetsEveryAdditionalStep() {
    Site site = site("PS1", RollupState.INSTALLED, primary("PS1", "5.00.9058.1000"));
    Admitted decision = admitted(VersionGate.decide(site, PS1, AUTO));
    assertThat(decision.steps())
        .extracting(VersionGateTest::subject)
        .containsExactly(
            "client version",
            "agent installation",
            "Endpoint Protection client setting",
            "collection rules",
            "required updates",
            "Endpoint Protection policies",
            "onboarding verification");
    assertThat(decision.reason()).isEqualTo("application, because the client setting needs 2207");
    assertThat(decision.notes())
        .containsExactly(
            "Windows Server 2025 needs 2409; such servers are reported, not onboarded.");
  }

  @Test
  void collectionRulesAreWrittenLaterFrom2111On() {
    Site site = site("PS1", RollupState.ABSENT, primary("PS1", "5.00.9068.1000"));
    assertThat(admitted(VersionGate.decide(site, PS1, AUTO)).steps())
        .extracting(VersionGateTest::subject)
        .doesNotContain("collection rules", "client version")
        .contains("agent installation");
  }

  @Test
  void aSiteOn2207NeedsNoAdditionalStepAndSaysWhyItTakesTheApplication() {
    Site site = site("PS1", RollupState.ABSENT, primary("PS1", "5.00.9088.1000"));
    Admitted decision = admitted(VersionGate.decide(site, PS1, AUTO));
    assertThat(decision.steps()).isEmpty();
    assertThat(decision.reason())
        .isEqualTo(
            "application, because the client setting's property isn't documented and has no deadline; both methods are possible on this version");
  }

  @Test
  void anExistingRouteIsKeptAndSaidSo() {
    Site site = site("PS1", RollupState.ABSENT, primary("PS1", "5.00.9141.1000"));
    RouteRequest request =
        new RouteRequest(RequestedMethod.AUTO, Optional.of(OnboardingRoute.APPLICATION), false);
    assertThat(admitted(VersionGate.decide(site, PS1, request)).reason())
        .isEqualTo(
            "application, because objects that Garrison manages already use it; only an explicit method with \"migrateRoute: true\" changes it");
  }

  @Test
  void aBuildNewerThanKnownIsAdmittedWithANote() {
    Site site = site("PS1", RollupState.UNKNOWN, primary("PS1", "5.00.9200.1000"));
    assertThat(admitted(VersionGate.decide(site, PS1, AUTO)).notes())
        .containsExactly(
            "Site PS1 runs 5.00.9200.1000, which is newer than this version of Garrison knows. Garrison uses what its administration service offers.");
  }

  @Test
  void aStatementThatCannotBeCheckedIsNoted() {
    Site site = site("PS1", RollupState.UNKNOWN, primary("PS1", "5.00.9058.1000"));
    assertThat(
            admitted(VersionGate.decide(site, new SiteStatement("PS1", true, false), AUTO)).notes())
        .startsWith(
            "KB11121541 counts as installed because the manifest states it; Garrison can't verify it.");
  }

  @Test
  void allReasonsAreGivenAtOnce() {
    Site site =
        site(
            "PS2",
            RollupState.ABSENT,
            central("5.00.9058.1000"),
            new HierarchySite(
                "PS2",
                Role.PRIMARY,
                new State(5),
                SiteVersion.parse("5.00.9058.1000"),
                Optional.of("CAS")));
    assertThat(reasons(VersionGate.decide(site, PS1, AUTO)).lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "The administration service belongs to site PS2, but the manifest has PS1. Correct \"site.code\", or set \"site.providers\" to the SMS Providers of site PS1. [SITE_CODE_DIFFERS GAR-0232]"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "Site PS2 isn't active. Its status is \"being upgraded\". Wait until the console shows the site as active (Administration > Site Configuration > Sites)."
                            + " [SITE_NOT_ACTIVE GAR-0233]"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "Site PS2 reports to site CAS. Objects of a hierarchy belong on site CAS. Set \"site.providers\" to the SMS Providers of site CAS. To use site PS2 anyway, set \"site.allowChildPrimary: true\"."
                            + " [SITE_IS_CHILD_PRIMARY GAR-0234]"),
            line -> assertThat(line).startsWith("Site CAS runs 2107 without KB11121541"));
  }

  @Test
  void aChildPrimaryIsAdmittedWhenTheManifestSaysSo() {
    Site site =
        site(
            "PS1",
            RollupState.ABSENT,
            central("5.00.9141.1000"),
            below("PS1", "5.00.9141.1000", "CAS"));
    assertThat(
            admitted(VersionGate.decide(site, new SiteStatement("PS1", false, true), AUTO)).notes())
        .containsExactly(
            "Garrison writes to a primary site below a central administration site, as the manifest allows.");
  }

  @Test
  void aStateThatIsNotDocumentedIsNotTakenForActive() {
    Site site =
        site(
            "PS1",
            RollupState.ABSENT,
            new HierarchySite(
                "PS1",
                Role.PRIMARY,
                new State(9),
                SiteVersion.parse("5.00.9141.1000"),
                Optional.empty()));
    assertThat(reasons(VersionGate.decide(site, PS1, AUTO)))
        .startsWith("Site PS1 isn't active. Its status is \"unknown(9)\".");
  }

  @Test
  void aHierarchyWithoutSitesIsRefused() {
    assertThat(reasons(VersionGate.decide(site("PS1", RollupState.INSTALLED), PS1, AUTO)))
        .isEqualTo(
            "The site lists no primary site and no central administration site. Grant the account permission to read sites, and run the command again. [SITES_MISSING GAR-0244]");
  }
}
