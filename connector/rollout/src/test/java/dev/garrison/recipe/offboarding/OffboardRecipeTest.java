package dev.garrison.recipe.offboarding;

import static dev.garrison.recipe.offboarding.LeavingSite.gone;
import static dev.garrison.recipe.offboarding.LeavingSite.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.ring.LeavingServer.Origin;
import dev.garrison.ring.LeavingServer.SeenAntivirus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers that are offboarded: what is wanted for them, when, and what is refused. */
final class OffboardRecipeTest {
  private static ApplicationDeployment deployment(LeavingSite site) {
    return (ApplicationDeployment)
        site.recipe().deployments().getLast().desired().wantedState().orElseThrow();
  }

  @Test
  void contentApplicationAndDistributionComeBeforeTheDeployment() {
    LeavingSite site = LeavingSite.offboarding().leave(gone(1, "SRV1"));
    OffboardRecipe recipe = site.recipe();
    Wanted<?> content = recipe.content().getFirst();
    Wanted<?> made = recipe.applications().getFirst();
    Application application = (Application) made.desired().wantedState().orElseThrow();
    assertThat(recipe.content()).hasSize(1);
    assertThat(recipe.applications()).hasSize(1);
    assertThat(made.address()).isEqualTo(Application.address(application.title()));
    assertThat(made.after()).containsExactly(content.address());
    Address distribution = ContentDistribution.address(application.title());
    assertThat(recipe.deployments())
        .extracting(Wanted::address)
        .containsExactly(
            distribution,
            ApplicationDeployment.address(site.manifest().offboardingDeployment("old")));
    assertThat(recipe.deployments().getFirst().after()).containsExactly(made.address());
    assertThat(recipe.deployments().getLast().after()).containsExactly(distribution);
    assertThat(recipe.deployments().getLast().held()).isEmpty();
    ContentDistribution sent =
        (ContentDistribution) recipe.deployments().getFirst().desired().wantedState().orElseThrow();
    assertThat(sent.groups().keySet()).containsExactly("All DPs");
    assertThat(sent.modelName()).isEqualTo(deployment(site).modelName());
    assertThat(recipe.kept())
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.modelName()).isEqualTo(sent.modelName());
          assertThat(kept.application()).isEqualTo(made.address());
        });
  }

  @Test
  void theDeploymentIsForThoseThatMayBeOffboardedAndSaysSo() {
    LeavingSite site = LeavingSite.offboarding().leave(gone(1, "SRV1"));
    ApplicationDeployment made = deployment(site);
    assertThat(made.collection()).isEqualTo(site.manifest().offboardingCollection("old"));
    assertThat(made.description())
        .isEqualTo("Offboards servers. {offboarding: old} [garrison:1:small]");
    assertThat(made.start()).contains(LocalDateTime.parse("2026-11-24T12:00"));
    assertThat(made.deadline()).contains(LocalDateTime.parse("2026-11-26T22:00"));
    assertThat(deployment(site.in(ZoneId.of("Asia/Tokyo"))).deadline())
        .contains(LocalDateTime.parse("2026-11-26T13:00"));
  }

  @Test
  void aDeploymentWaitsForTheFirstServerThatMayBeOffboarded() {
    assertThat(LeavingSite.offboarding().recipe().deployments().getLast().held())
        .contains("offboard old: its collection holds no server");
    assertThat(
            LeavingSite.offboarding()
                .leave(held(1, "SRV1"))
                .recipe()
                .deployments()
                .getLast()
                .held())
        .contains("offboard old: SRV1 (the site has not evaluated yet that it leaves)");
  }

  @Test
  void itIsNotMadeOnABlackoutDayAndStaysWhereItIs() {
    LeavingSite dark =
        LeavingSite.offboarding("deadline: '+2d 22:00'", "blackout: [2026-11-24]")
            .leave(gone(1, "SRV1"));
    assertThat(dark.recipe().deployments().getLast().held()).contains("today is a blackout day");
    assertThat(dark.in(ZoneId.of("Pacific/Kiritimati")).recipe().deployments().getLast().held())
        .isEmpty();
    assertThat(dark.in(ZoneId.of("UTC")).deployed().recipe().deployments().getLast().held())
        .isEmpty();
  }

  @Test
  void anEntryWithoutAPackageHasNoDeployment() {
    LeavingSite site = new LeavingSite("", "").leave(gone(1, "SRV1"));
    assertThat(site.recipe().deployments()).isEmpty();
    assertThat(site.recipe().applications()).isEmpty();
    assertThat(site.recipe().content()).isEmpty();
    assertThat(site.recipe().kept()).isEmpty();
  }

  @Test
  void aDeploymentThatNobodyWantsAnyMoreGoes() {
    LeavingSite unpackaged = new LeavingSite("", "").leave(gone(1, "SRV1")).deployed();
    Address address =
        ApplicationDeployment.address(unpackaged.manifest().offboardingDeployment("old"));
    assertThat(unpackaged.recipe().deployments())
        .containsExactly(
            new Wanted<>(address, new Desired.Absent<>("the entry names no package any more")));
    LeavingSite gone = new LeavingSite("").keeps().deployed();
    assertThat(gone.recipe().deployments())
        .containsExactly(new Wanted<>(address, new Desired.Absent<>("no longer in the manifest")));
    assertThat(new LeavingSite("").keeps().recipe().deployments()).isEmpty();
  }

  @Test
  void moreServersThanTheManifestAllowsAreRefused() {
    assertThat(problems(new LeavingSite("", "").holds(5))).isEmpty();
    assertThat(problems(new LeavingSite("", "").holds(6)))
        .containsExactly(
            "The \"offboard\" entry \"old\" has 6 servers, but the manifest allows 5 (garrison.yaml:16). Check the members of Old servers. To offboard all of them, raise \"maxDevices\". [OFFBOARD_TOO_LARGE GAR-0536]");
  }

  private static List<String> problems(LeavingSite site) {
    return site.recipe().problems().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aDeadlineAfterThePackageEndsIsRefused() {
    LeavingSite late = LeavingSite.offboarding("deadline: '+8d 22:00'", "").leave(gone(1, "SRV1"));
    assertThat(late.recipe().problems())
        .extracting(Diagnostic::code)
        .containsExactly(OffboardCode.OFFBOARD_PACKAGE_ENDS_EARLY);
    assertThat(problems(late).getFirst())
        .startsWith(
            "The package of the \"offboard\" entry \"old\" expires at 2026-12-01 23:59 UTC, before the deadline of 2026-12-02 22:00 UTC (garrison.yaml:16). Download a new package, or choose an earlier \"deadline\". ");
    assertThat(problems(late.deployed())).isEmpty();
    assertThat(problems(LeavingSite.offboarding("deadline: '+7d 22:00'", ""))).isEmpty();
  }

  @Test
  void aDeadlineOnABlackoutDayIsRefused() {
    LeavingSite dark = LeavingSite.offboarding("deadline: '+2d 22:00'", "blackout: [2026-11-26]");
    assertThat(dark.recipe().problems())
        .extracting(Diagnostic::code)
        .containsExactly(OffboardCode.OFFBOARD_DEADLINE_IN_BLACKOUT);
    assertThat(problems(dark))
        .containsExactly(
            "The deadline of the \"offboard\" entry \"old\" is on 2026-11-26, a blackout day (garrison.yaml:16). Start on another day, or choose another \"deadline\". [OFFBOARD_DEADLINE_IN_BLACKOUT GAR-0552]");
    assertThat(problems(dark.deployed())).isEmpty();
    assertThat(problems(LeavingSite.offboarding("deadline: '+2d 22:00'", "blackout: [2026-11-27]")))
        .isEmpty();
  }

  @Test
  void aPackageThatWasNotFoundTellsNoEnd() {
    assertThat(
            problems(
                new LeavingSite(LeavingSite.PACKAGE + ", deadline: '+30d 22:00'", "")
                    .leave(gone(1, "SRV1"))))
        .isEmpty();
  }

  @Test
  void aPlanHoldsUntilADayBeforeTheDeadlineOfWhatItMakes() {
    LeavingSite site = LeavingSite.offboarding();
    assertThat(site.recipe().validUntil()).isEmpty();
    site.leave(gone(1, "SRV1"));
    assertThat(site.recipe().validUntil()).contains(Instant.parse("2026-11-25T22:00:00Z"));
    assertThat(site.deployed().recipe().validUntil()).isEmpty();
    assertThat(
            LeavingSite.offboarding("deadline: '+6h', shortDeadline: true", "")
                .leave(gone(1, "SRV1"))
                .recipe()
                .validUntil())
        .contains(Instant.parse("2026-11-24T18:00:00Z"));
    assertThat(new LeavingSite("", "").leave(gone(1, "SRV1")).recipe().validUntil()).isEmpty();
  }

  @Test
  void aPlanPinsWhomItTakesOut() {
    LeavingSite site = LeavingSite.offboarding().leave(gone(1, "SRV1"), held(2, "SRV2"));
    assertThat(site.recipe().decisions())
        .containsExactly(
            new OffboardDecision(
                "old",
                "Old servers",
                List.of("SRV1", "SRV2"),
                5,
                List.of(
                    DeviceCollection.address(site.manifest().offboardingCollection("old")),
                    ApplicationDeployment.address(site.manifest().offboardingDeployment("old")))));
  }

  @Test
  void aPlanNamesTheRingsThatTheServersLeave() {
    LeavingSite site =
        LeavingSite.offboarding()
            .withPassiveRing("branch")
            .leave(
                gone(1, "SRV1").from(new Origin("", Set.of("all"), SeenAntivirus.NONE)),
                gone(2, "SRV2").from(new Origin("", Set.of("all", "branch"), SeenAntivirus.NONE)));
    assertThat(site.recipe().decisions())
        .singleElement()
        .extracting(OffboardDecision::rings)
        .isEqualTo(List.of("branch", "all"));
  }

  @Test
  void whereServersMayStillHavePolicyThatNoMoreGetItIsPinned() {
    assertThat(new LeavingSite("", "").recipe().decisions()).isEmpty();
    assertThat(new LeavingSite("", "").offers().recipe().decisions())
        .containsExactly(new OffboardDecision("old", "Old servers", List.of(), 5, List.of()));
    assertThat(new LeavingSite("").offers().recipe().decisions())
        .containsExactly(new OffboardDecision("old", "", List.of(), 0, List.of()));
  }

  @Test
  void aPersonIsToldWhoLeavesAndWhatThatMeans() {
    assertThat(new LeavingSite("", "").leave(gone(1, "SRV1")).recipe().remarks())
        .containsExactly(
            "offboard old (CHG7): 1 servers, at most 5; without \"package\" they are kept out of"
                + " the rings and stay onboarded");
    String reach =
        "Action needed: offboarding reaches only what Garrison deploys: Group Policy or Defender"
            + " for Cloud may onboard a server again; take it out there first";
    String undo =
        "offboarding is not taken back by \"garrison undo\": a server that is taken off the list"
            + " comes back to its ring, which onboards it again";
    assertThat(LeavingSite.offboarding().leave(gone(1, "SRV1"), held(2, "SRV2")).recipe().remarks())
        .containsExactly(
            "offboard old (CHG7): 2 servers, at most 5; may be offboarded: SRV1",
            "offboard old holds, until they have left onboarding behind: SRV2 (the site has not"
                + " evaluated yet that it leaves)",
            "offboard old: sensors take its package until 2026-12-01 23:59 UTC; a server that comes"
                + " later stays onboarded",
            reach,
            undo);
    assertThat(
            new LeavingSite(LeavingSite.PACKAGE + ", deadline: '+2d 22:00', uninstall: true", "")
                .recipe()
                .remarks())
        .containsExactly(
            "offboard old (CHG7): 0 servers, at most 5",
            "offboard old: the agent of 2012 R2 and 2016 is uninstalled, which tamper protection"
                + " has to allow",
            reach,
            undo);
  }

  @Test
  void aPersonIsToldWhoComesBack() {
    assertThat(
            new LeavingSite("")
                .keeps()
                .comeBack(gone(1, "SRV1"), gone(2, "SRV2"))
                .recipe()
                .remarks())
        .containsExactly("off the list of offboard old, its ring takes it again: SRV1, SRV2");
    assertThat(
            new LeavingSite("")
                .keeps()
                .comeBack(gone(1, "SRV1"), held(2, "SRV2"))
                .recipe()
                .remarks())
        .containsExactly(
            "off the list of offboard old, and its ring takes it again once it has asked for"
                + " policy: SRV2 (the site has not evaluated yet that it leaves)");
    assertThat(new LeavingSite("").keeps().recipe().remarks()).isEmpty();
  }

  @Test
  void whatRunsAfterwardsDependsOnUninstalling() {
    LeavingSite plain = LeavingSite.offboarding();
    LeavingSite uninstalling =
        LeavingSite.offboarding("deadline: '+2d 22:00', uninstall: true", "");
    String command =
        "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File"
            + " Remove-DefenderForEndpoint.ps1 -OrgId 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
    assertThat(program(plain))
        .satisfies(application -> {
          assertThat(application.deploymentType().program().installCommandLine())
              .isEqualTo(command);
          assertThat(application.deploymentType().program().experience().executeTime())
              .isEqualTo(8);
          assertThat(application.deploymentType().program().experience().maxExecuteTime())
              .isEqualTo(25);
        });
    assertThat(program(uninstalling))
        .satisfies(application -> {
          assertThat(application.deploymentType().program().installCommandLine())
              .isEqualTo(command + " -AfterOffboarding uninstall-agent");
          assertThat(application.deploymentType().program().experience().executeTime())
              .isEqualTo(20);
          assertThat(application.deploymentType().program().experience().maxExecuteTime())
              .isEqualTo(60);
        });
    assertThat(program(plain).deploymentType().content().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "AntivirusChecks.ps1",
            "PendingOnboarding.ps1",
            "ScriptLog.ps1",
            "Remove-DefenderForEndpoint.ps1",
            "ServerActions.ps1",
            "ServerFacts.ps1",
            "ThirdPartyAntivirus.txt",
            "WindowsDefenderATP.offboarding");
  }

  /** The script leaves a server that no other antivirus protects alone, unless it is named. */
  @Test
  void theScriptGetsTheServersThatMayBeLeftWithoutAntivirus() {
    LeavingSite site =
        LeavingSite.offboarding(
            "deadline: '+2d 22:00', uninstall: true, withoutAntivirus: [Srv1.contoso.example,"
                + " SRV2]",
            "");
    assertThat(program(site).deploymentType().program().installCommandLine())
        .endsWith(" -AfterOffboarding uninstall-agent -WithoutAntivirus Srv1,SRV2");
  }

  private static Application program(LeavingSite site) {
    return (Application)
        site.recipe().applications().getFirst().desired().wantedState().orElseThrow();
  }
}
