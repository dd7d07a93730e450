package dev.garrison.recipe;

import static dev.garrison.recipe.SiteMade.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.payload.Packages;
import dev.garrison.payload.powershell.ScriptCode;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.share.FileSource;
import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.ring.CollectionFact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says at its head, pins, and tells a person. */
final class RecipeWordsTest {
  private static final String POLICY =
      "rollout: {method: client-setting, clientSetting: Servers, onboardingPolicy: Policy, defenderAgent: 1}\n";

  private static final String OFFBOARDING_VALUE =
      "servers that come back after offboarding: the client setting runs no script of Garrison."
          + " Whether an offboarding value is left over there, and what the sensor then does, is"
          + " not known";

  static HierarchySite primary(String version) {
    return new HierarchySite(
        "PS1",
        HierarchySite.Role.PRIMARY,
        HierarchySite.State.ACTIVE,
        SiteVersion.parse(version),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "5.00.9058.1000, INSTALLED, '2107 with KB11121541'",
    "5.00.9058.1000, ABSENT, 2107",
    "5.00.9088.1000, INSTALLED, 2207",
    "5.00.9999.1000, INSTALLED, 5.00.9999.1000"
  })
  void theHeadNamesSiteReleaseAndRoute(String version, RollupState rollup, String shown) {
    assertThat(new SiteMade().site(primary(version)).rollup(rollup).intent().site())
        .isEqualTo(
            "site PS1, Configuration Manager %s · deployment method: application".formatted(shown));
  }

  @Test
  void aSiteThatDoesNotTellItsVersionIsNamedSo() {
    assertThat(new SiteMade().intent().site())
        .isEqualTo(
            "site PS1, Configuration Manager of unknown version · deployment method: application");
  }

  @Test
  void aPlanRestsOnTheSite() {
    assertThat(
            new SiteMade()
                .site(primary("5.00.9058.1000"))
                .site(
                    new HierarchySite(
                        "SEC",
                        HierarchySite.Role.SECONDARY,
                        HierarchySite.State.ACTIVE,
                        Optional.empty(),
                        Optional.of("PS1")))
                .intent()
                .survey())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "site", "PS1",
                "hierarchy", "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214",
                "route", "application",
                "version of PS1", "5.00.9058.1000",
                "version of SEC", "unknown",
                "KB11121541", "UNKNOWN"));
  }

  @Test
  void aPlanRestsOnItsFilesAndWhatIsProvenOfThem() {
    FileSource blob = FileSource.of("off", new byte[] {9});
    assertThat(
            new SiteMade()
                .proof("installer", "signed")
                .proof("other", "seen")
                .offboarding("old", new Packages.Offboarding(blob, NOW))
                .intent()
                .packages())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "installer", hex(1) + " signed",
                "installScript", hex(2),
                "platformUpdate", hex(3),
                "onboarding", hex(4),
                "offboarding old", hex(9),
                "other", "seen"));
  }

  private static String hex(int content) {
    return FileSource.of("x", new byte[] {(byte) content}).file().sha256().hex();
  }

  @Test
  void decisionsAndTheTimeOfTheFirstDeadlineArePinned() {
    Intent intent = new SiteMade().intent();
    assertThat(intent.rings())
        .extracting(RingDecision::decision)
        .containsExactly("open", "waiting");
    assertThat(intent.validUntil()).contains(Instant.parse("2026-11-26T08:00:00Z"));
    assertThat(intent.asOf()).isEqualTo(NOW);
    assertThat(intent.manifest()).isEqualTo("small");
  }

  @Test
  void aPersonIsToldTheRouteAndWhatHoldsForItsServers() {
    assertThat(
            new SiteMade()
                .note("a note")
                .warning(Diagnostic.warning(RecipeCode.SCOPE_UNKNOWN, "Odd.", "Look."))
                .on(
                    new RouteDecision.Admitted(
                        OnboardingRoute.APPLICATION,
                        "because",
                        List.of("mind this"),
                        List.of("KB1: Install it. It helps.")))
                .intent()
                .remarks())
        .startsWith("because", "mind this", "KB1: Install it. It helps.")
        .contains(
            "a note",
            "Action needed: Odd. Look. [SCOPE_UNKNOWN GAR-0530]",
            "ring pilot: setup checks each server for another antivirus product, and exits without changes if it finds one",
            "sample sharing: off (AllowSampleCollection = 0); what the antivirus submits is not changed by it")
        .anyMatch(remark -> remark.startsWith("whether servers have a maintenance window"));
  }

  @Test
  void aSiteThatDoesNotKnowTheNewestSystemIsRefused() {
    assertThat(new SiteMade("2019, 2025", "", "", "").site(primary("5.00.9058.1000")).problems())
        .extracting(Diagnostic::code)
        .containsExactly(RecipeCode.SITE_TOO_OLD_FOR_SYSTEM);
  }

  @Test
  void collectionsUnderAllSystemsAreTold() {
    String told =
        "collections are limited to All Systems (SMS00001), every device of the site: only their own rules keep clients out";
    assertThat(
            new SiteMade("2019", "limitingCollection: All Systems\nallowAllSystems: true", "", "")
                .intent()
                .remarks())
        .contains(told);
    assertThat(new SiteMade().intent().remarks())
        .noneMatch(remark -> remark.startsWith("collections are limited to"));
  }

  @ParameterizedTest
  @CsvSource({"2012R2, true", "2016, true", "2019, false"})
  void aRestartThatCannotBeExcludedIsToldForEachRing(String system, boolean told) {
    SiteMade site = new SiteMade(system, "", "", "");
    String restart =
        "ring %s: a restart of its 2012 R2 and 2016 servers cannot be excluded, because install.ps1 calls msiexec in an unknown way";
    assertThat(site.intent().remarks()).doesNotContain(restart.formatted("pilot"));
    site.warning(
        Diagnostic.warning(ScriptCode.INSTALL_CALL_UNKNOWN, "install.ps1 is new.", "Look."));
    assertThat(
            site.intent().remarks().stream().filter(remark -> remark.contains("restart")).toList())
        .isEqualTo(
            told ? List.of(restart.formatted("pilot"), restart.formatted("broad")) : List.of());
  }

  @Test
  void serversThatAreNotReachedAreCounted() {
    SiteMade site = new SiteMade();
    site.ours(
        new CollectionFact(
            "PS100009",
            site.manifest().ringCollection(site.pilot()),
            "[garrison:1:small]",
            5,
            false,
            Optional.empty()));
    assertThat(site.intent().remarks())
        .contains(
            "Action needed: 5 of 5 servers in ring pilot are not reached: their operating system is not in the manifest, or has not been inventoried");
  }

  @Test
  void aCollectionThatIsNamedByItsIdIsKnownByItsName() {
    SiteMade site = new SiteMade("2019", "limitingCollection: ps100001", "", "");
    assertThat(
            site.intent().wanted().stream()
                .flatMap(each -> each.desired().wantedState().stream())
                .filter(DeviceCollection.class::isInstance)
                .map(DeviceCollection.class::cast)
                .map(DeviceCollection::limitedTo)
                .findFirst())
        .contains("All Servers");
  }

  private static SiteMade withInstaller(String version, String onShelf) {
    SiteMade site = new SiteMade("2016", "", "", "");
    Application application =
        (Application)
            site.intent().wanted().stream()
                .filter(each -> each.address().kind().equals("application"))
                .filter(each -> each.address().name().contains("2016"))
                .findFirst()
                .orElseThrow()
                .desired()
                .wantedState()
                .orElseThrow();
    SharePath path = SharePath.of("2016/old");
    FileSource file = FileSource.of("md4ws.msi", new byte[] {1});
    return site.installer(
            new FileSource(file.file(), file.bytes(), Optional.of(new FileVersion(version))))
        .shelf(
            new StagedVersions(
                List.of(
                    new StagedVersions.Version(
                        path,
                        StagedVersions.Condition.WHOLE,
                        NOW.minus(Duration.ofDays(9)),
                        Optional.of(new FileVersion(onShelf)))),
                List.of(
                    new StagedVersions.Use(
                        path,
                        "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214/" + application.logicalName(),
                        application.title(),
                        true)),
                Set.of()));
  }

  @Test
  void anOlderInstallerIsRefusedUnlessItIsAllowed() {
    SiteMade older = withInstaller("10.1", "10.2");
    assertThatThrownBy(older::intent)
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("md4ws.msi has version 10.1, but application \"")
        .hasMessageContaining(" has the newer version 10.2 (garrison.yaml:8). ")
        .hasMessageContaining("or accept the older version with --allow-downgrade.");
    assertThat(older.intent(new Allowances(false, true)).remarks().getFirst())
        .startsWith("md4ws.msi changes from 10.2 to 10.1 for new servers.");
    assertThat(withInstaller("10.2", "10.1").intent().remarks().getFirst())
        .startsWith("md4ws.msi changes from 10.1 to 10.2 for new servers.");
  }

  @Test
  void versionsOnTheShareThatStayAreTold() {
    SiteMade site = new SiteMade();
    List<String> plain = site.intent().remarks();
    site.shelf(
        new StagedVersions(
            List.of(
                new StagedVersions.Version(
                    SharePath.of("2019/half"),
                    StagedVersions.Condition.CHANGED,
                    NOW.minus(Duration.ofDays(9)),
                    Optional.empty())),
            List.of(),
            Set.of()));
    String stays = "2019/half stays on the share: it was changed after it was published";
    assertThat(plain).doesNotContain(stays);
    assertThat(site.intent().remarks()).contains(stays);
  }

  @Test
  void onTheClientSettingRouteAPersonIsToldWhatItLacks() {
    SiteMade site =
        new SiteMade("2019", POLICY, ", antivirus: passive", "").on(OnboardingRoute.CLIENT_SETTING);
    assertThat(site.intent().remarks())
        .contains(
            "the client-setting route has no deadline: servers begin as soon as they hear of it, 2012 R2 and 2016 in their maintenance windows (inferred)",
            "ring pilot: docs/antivirus-exclusions.md describes the exclusions for its other antivirus product",
            OFFBOARDING_VALUE)
        .noneMatch(remark -> remark.startsWith("sample sharing: "));
    assertThat(new SiteMade().intent().remarks()).doesNotContain(OFFBOARDING_VALUE);
  }

  @Test
  void whereRingsStandNeedsNoPackage() {
    SiteMade site = new SiteMade();
    site.opened(site.pilot(), 1).health(site.pilot(), new RingHealth(5, 0, 0, 0, 0));
    assertThat(new Recipe(ZoneOffset.UTC).rings(site.read(), site.facts(), NOW))
        .extracting(RingReport::ring, RingReport::state)
        .containsExactly(tuple("pilot", RingState.SOAKING), tuple("broad", RingState.WAITING));
  }

  @Test
  void theLastServerIsDueWhereTheDayEndsLast() {
    SiteMade site = new SiteMade();
    assertThat(new Recipe(ZoneId.of("Asia/Tokyo")).due(site.pilot(), NOW))
        .isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
  }
}
