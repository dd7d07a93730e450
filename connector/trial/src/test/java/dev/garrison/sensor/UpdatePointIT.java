package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings whose servers get updates from a software update point: what a plan says of them. */
@Tag("first")
final class UpdatePointIT {
  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = TrialUpdates.ofUpdatePoint(folder);
  }

  @AfterEach
  void nothingWasWrittenToTheSiteOrToTheServerBehindIt() {
    assertThat(trial.lab().requests().all())
        .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    assertThat(trial.writes("sup01.lab.example")).isEmpty();
    assertThat(trial.server("sup01.lab.example").calls().violations()).isEmpty();
    trial.close();
  }

  private void inConsole(Consumer<SoftwareUpdates> deed) {
    trial.lab().inSoftwareLibrary(deed);
  }

  /** A person makes both rules as the plan says, and they run. */
  private void makeRules() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, true);
      site.makeRule("Sensor update: production", "Production servers", 14, true);
      site.runRules();
    });
  }

  /** Of Windows Server 2019 the manifest wants what a rule without titles takes. */
  private void wantBetaToo() {
    trial.wants("Windows Server 2019", "Beta Channel");
  }

  private static String flat(Ended ended) {
    return ended.out().replaceAll("\\s+", " ");
  }

  @Test
  void aRingWithoutARuleIsOneStepForAPersonWithTheExactCommand() {
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out())
        .isEqualTo(
            """
            Plan: 0 to create, 0 to change, 0 to delete. 0 waiting, 2 manual.
            trial · 1 update server and the software update point of PS1

            Sensor updates: 2 manual
              ! manual    update-rule pilot       no automatic deployment rule keeps \"Pilot servers\" up to date
                                      Console: Software Library > Software Updates > Automatic Deployment Rules > Create Automatic
                                      Deployment Rule
                                      or: New-GarrisonUpdateRule -Name 'Sensor update: pilot' -CollectionName 'Pilot servers' -PackageName 'Sensor updates' -DeadlineDays 1
                                      its deployments are created disabled: remove unwanted updates from the software update group
                                      before you enable a deployment
                                      the rule selects every channel of KB5005292, because \"releases\" names a family without a
                                      channel
                                      the rule selects updates that \"releases\" doesn't name: Beta Channel of Windows 10/11, Windows
                                      Server 2019, Windows Server 2022, Windows Server 2025, Windows Server 23H2; Current Channel
                                      (Broad) of Windows 10/11, Windows Server 2022, Windows Server 2025, Windows Server 23H2;
                                      Current Channel (Preview) of Windows 10/11, Windows Server 2022, Windows Server 2025, Windows
                                      Server 23H2; Current Channel (Staged) of Windows 10/11, Windows Server 2022, Windows Server
                                      2025, Windows Server 23H2
              ! manual    update-rule production  no automatic deployment rule keeps \"Production servers\" up to date
                                      Console: Software Library > Software Updates > Automatic Deployment Rules > Create Automatic
                                      Deployment Rule
                                      or: New-GarrisonUpdateRule -Name 'Sensor update: production' -CollectionName 'Production servers' -PackageName 'Sensor updates' -DeadlineDays 14
                                      its deployments are created disabled: remove unwanted updates from the software update group
                                      before you enable a deployment
                                      the rule selects every channel of KB5005292, because \"releases\" names a family without a
                                      channel
                                      the rule selects updates that \"releases\" doesn't name: Beta Channel of Windows 10/11, Windows
                                      Server 2019, Windows Server 2022, Windows Server 2025, Windows Server 23H2; Current Channel
                                      (Broad) of Windows 10/11, Windows Server 2022, Windows Server 2025, Windows Server 23H2;
                                      Current Channel (Preview) of Windows 10/11, Windows Server 2022, Windows Server 2025, Windows
                                      Server 23H2; Current Channel (Staged) of Windows 10/11, Windows Server 2022, Windows Server
                                      2025, Windows Server 23H2

            Notes (4)
                - unified agent: 10.8798.25857.1000 is current on the site; of all its devices 1 installed, 2 missing, 4 not
                  required, 1 unknown
                - Windows Server 2019, Current Channel (Broad): 10.8838.26060.1002 is current on the site; of all its devices 1
                  installed, 1 missing, 5 not required, 1 unknown
                - ring pilot: no rule; unified agent: nothing deployed; Windows Server 2019, Current Channel (Broad): nothing
                  deployed
                - ring production: no rule; unified agent: nothing deployed; Windows Server 2019, Current Channel (Broad): nothing
                  deployed

            Plan: 0 to create, 0 to change, 0 to delete. 0 waiting, 2 manual.
            """);
  }

  @Test
  void rulesThatRanAreVerified() {
    wantBetaToo();
    makeRules();
    Ended ended = trial.plan();
    assertThat(ended.out())
        .isEqualTo(
            """
            No changes. 4 objects match the manifest.
            trial · 1 update server and the software update point of PS1

            Notes (7)
                - unified agent: 10.8798.25857.1000 is current on the site; of all its devices 1 installed, 2 missing, 4 not
                  required, 1 unknown
                - Windows Server 2019, Beta Channel: 10.8840.26090.1001 is current on the site; of all its devices 2 missing, 5 not
                  required, 1 unknown
                - Windows Server 2019, Current Channel (Broad): 10.8838.26060.1002 is current on the site; of all its devices 1
                  installed, 1 missing, 5 not required, 1 unknown
                - ring pilot: rule "Sensor update: pilot"; unified agent: 10.8798.25857.1000 due 2026-11-03 08:00; Windows Server
                  2019, Beta Channel: 10.8840.26090.1001 due 2026-11-03 08:00; Windows Server 2019, Current Channel (Broad):
                  10.8838.26060.1002 due 2026-11-03 08:00
                - ring pilot: releases for other systems are deployed to it too: Windows 10/11, Windows Server 2022, Windows Server
                  2025, Windows Server 23H2
                - ring production: rule "Sensor update: production"; unified agent: 10.8798.25857.1000 due 2026-11-16 08:00; Windows
                  Server 2019, Beta Channel: 10.8840.26090.1001 due 2026-11-16 08:00; Windows Server 2019, Current Channel (Broad):
                  10.8838.26060.1002 due 2026-11-16 08:00
                - ring production: releases for other systems are deployed to it too: Windows 10/11, Windows Server 2022, Windows
                  Server 2025, Windows Server 23H2
            """);
    assertThat(ended.code()).isZero();
    assertThat(trial.verify().out()).contains("No drift. All 4 objects");
  }

  @Test
  void applyDoesNothingButNameTheStepsAgain() {
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(flat(ended)).contains("2 manual");
  }

  @Test
  void aRuleThatHasNotRunIsWaitedFor() {
    inConsole(site -> site.makeRule("Sensor update: pilot", "Pilot servers", 1, true));
    assertThat(flat(trial.plan()))
        .contains(
            "update-rule pilot rule \"Sensor update: pilot\" hasn't run yet, so the updates that it selects are unknown")
        .contains(
            "ring pilot: rule \"Sensor update: pilot\", which has no required, enabled, and effective deployment to it, so its updates are unknown; unified agent: nothing deployed")
        .contains("1 waiting, 1 manual");
  }

  @Test
  void aRuleOfAnotherNameCountsOnceItHasDeployedTheSensorToTheRing() {
    wantBetaToo();
    inConsole(site -> site.makeRule("Monthly servers", "Pilot servers", 7, true));
    assertThat(flat(trial.plan()))
        .contains("the rules \"Monthly servers\" deploy to its collection too; whether they take")
        .contains("0 waiting, 2 manual");
    inConsole(SoftwareUpdates::runRules);
    assertThat(flat(trial.plan()))
        .contains(
            "ring pilot: rule \"Monthly servers\"; unified agent: 10.8798.25857.1000 due 2026-11-09")
        .contains("0 waiting, 1 manual");
  }

  @Test
  void theStepIsNeededOnceAndNotForEachRelease() {
    wantBetaToo();
    makeRules();
    inConsole(site -> site.publish("", "10.8801.26000.1000", ""));
    assertThat(flat(trial.plan()))
        .contains(
            "unified agent: 10.8798.25857.1000 due 2026-11-03 08:00, not yet 10.8801.26000.1000")
        .contains(
            "update-rule pilot rule \"Sensor update: pilot\" hasn't deployed the current releases yet: unified agent, no channel 10.8801.26000.1000")
        .contains("2 waiting, 0 manual");
    trial.pass(Duration.ofDays(1));
    inConsole(SoftwareUpdates::runRules);
    assertThat(flat(trial.plan()))
        .contains(
            "ring pilot: rule \"Sensor update: pilot\"; unified agent: 10.8801.26000.1000 due 2026-11-04")
        .contains("No changes.");
  }

  @Test
  void aProductThatIsNotSubscribedComesFirst() {
    inConsole(site -> site.subscribe(false));
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(flat(ended))
        .contains(
            "! manual update-product Microsoft Defender for Endpoint the software update point doesn't synchronize the product Console: Administration > Site Configuration > Sites > PS1 > Configure Site Components > Software Update Point > Products > Microsoft Defender for Endpoint or: Set-CMSoftwareUpdatePointComponent -SiteCode 'PS1' -AddProduct 'Microsoft Defender for Endpoint' ! manual update-rule pilot")
        .contains("unified agent: the site has no release that is in force")
        .contains("0 waiting, 3 manual");
    inConsole(site -> site.subscribe(true));
    assertThat(flat(trial.plan())).contains("0 waiting, 2 manual");
  }

  @Test
  void aDisabledRuleIsAStep() {
    makeRules();
    inConsole(site -> site.switchRule("Sensor update: pilot", false));
    assertThat(flat(trial.plan()))
        .contains("update-rule pilot rule \"Sensor update: pilot\" is disabled")
        .contains("or: Enable-CMSoftwareUpdateAutoDeploymentRule -Name 'Sensor update: pilot'");
  }

  @Test
  void aRuleWhoseLastRunFailedIsAStepUntilARunEndsWell() {
    wantBetaToo();
    makeRules();
    inConsole(site -> site.failRule("Sensor update: pilot", -2016410105));
    assertThat(flat(trial.plan()))
        .contains("update-rule pilot the last run of rule \"Sensor update: pilot\" failed")
        .contains("or: Invoke-CMSoftwareUpdateAutoDeploymentRule -Name 'Sensor update: pilot'");
    inConsole(SoftwareUpdates::runRules);
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void aRuleOfThatNameForAnotherCollectionDoesNotCoverTheRing() {
    inConsole(site -> site.makeRule("Sensor update: pilot", "Production servers", 1, true));
    assertThat(flat(trial.plan()))
        .contains(
            "update-rule pilot rule \"Sensor update: pilot\" deploys to a collection other than \"Pilot servers\"",
            "a rule shows only the collection of its first deployment; further ones show after the rule has run");
  }

  @Test
  void aDeploymentByHandIsShownAndIsNoRule() {
    inConsole(site -> {
      site.deploy("KB5005292 now", "Pilot servers", "10.8735.26020.1009");
      site.deployGroup("October", "Production servers", "10.8560.25364.1036");
      site.expire("10.8560.25364.1036");
    });
    assertThat(flat(trial.plan()))
        .contains(
            "ring pilot: no rule; unified agent: 10.8735.26020.1009 due 2026-11-02 08:00 local time, not yet 10.8798.25857.1000")
        .contains(
            "ring production: deployment \"October\" contains unified agent 10.8560.25364.1036, which is expired")
        .contains("0 waiting, 2 manual");
  }

  @Test
  void aRuleThatHasDeployedOtherThingsOnlyIsNotSuspected() {
    makeRules();
    inConsole(site -> site.makeRule("Clients", "Pilot servers", 7, true, "Windows 10/11 - "));
    assertThat(flat(trial.plan())).contains("the rules \"Clients\" deploy to its collection too");
    inConsole(SoftwareUpdates::runRules);
    assertThat(flat(trial.plan()))
        .contains("ring pilot: rule \"Sensor update: pilot\"; unified agent")
        .doesNotContain("deploy to its collection too");
  }

  @Test
  void whatIsDeployedToOtherCollectionsDoesNotWaitForRings() {
    inConsole(site -> site.deploy("Everybody", "All Servers", "10.8798.25857.1000"));
    assertThat(flat(trial.plan()))
        .contains(
            "unified agent: 10.8798.25857.1000 is deployed to a collection of no ring: its servers do not wait for rings");
  }

  @Test
  void aFailedSynchronisationIsWaitedForAndSaidWithTheLastThatEndedWell() {
    wantBetaToo();
    makeRules();
    inConsole(site -> site.failSynchronisation(0x80072EE2L));
    Ended ended = trial.plan();
    assertThat(flat(ended))
        .contains(
            "the last synchronization of the software update point sup01.lab.example failed (0x80072EE2); the last that ended well did so at 2026-11-02 05:00")
        .contains(
            "update-product Microsoft Defender for Endpoint the last synchronization of the software update point sup01.lab.example failed (0x80072EE2)")
        .contains("1 waiting, 0 manual");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void aCollectionThatTheSiteDoesNotShowIsBlocked() {
    trial.replace("collection: Pilot servers", "collection: Pilot server");
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(flat(ended))
        .contains(
            "Blocked: the site shows no device collection \"Pilot server\" Fix: Correct \"softwareUpdatePoint.collection\" of ring \"pilot\" in the manifest, or create the collection. \"garrison probe\" suggests the nearest name.")
        .contains("0 waiting, 1 blocked, 1 manual");
  }

  @Test
  void anAccountThatMayNotReadUpdatesIsToldSo() {
    trial.lab().rights().only(Secured.SOFTWARE_UPDATE, Set.of());
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(flat(ended))
        .contains(
            "The site shows no product of software updates: the site has no software update point, or the account can't read software updates. Grant the account the permission Read on \"Software Updates\" and \"Software Update Group\", or remove \"softwareUpdatePoint\" from the rings.")
        .contains("3 waiting, 0 manual");
    trial.lab().rights().only(Secured.SOFTWARE_UPDATE, Set.of(Right.READ));
    assertThat(flat(trial.plan())).contains("0 waiting, 2 manual");
  }

  @Test
  void titlesInAnotherLanguageAreLeftOut() {
    inConsole(site -> site.language("de"));
    assertThat(flat(trial.plan()))
        .contains("unified agent: the site has no release that is in force")
        .contains(
            "327 titles of KB5005292 on the site do not tell family and version, such as \"Update für Microsoft Defender für Endpunkt");
  }

  @Test
  void theServerBehindThePointNeedNotBeNamed() {
    trial.withoutServers();
    Ended ended = trial.plan();
    assertThat(ended.out()).contains("\ntrial · the software update point of PS1\n");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void aPlanStaysValidWhileOnlyCountsAndTimesChange() {
    wantBetaToo();
    makeRules();
    assertThat(trial.plan("--out", folder.resolve("plan.json").toString()).code()).isZero();
    trial.pass(Duration.ofDays(3));
    inConsole(SoftwareUpdates::runRules);
    assertThat(
            trial
                .runWhole(
                    "apply", "--yes", "--only", "wsus", folder.resolve("plan.json").toString())
                .code())
        .isZero();
  }

  @Test
  void aFewRequestsReadItAllWhateverTheNumberOfDevices() {
    makeRules();
    trial.lab().requests().reset();
    trial.plan();
    Map<String, Long> asked =
        trial.lab().requests().all().stream()
            .collect(
                Collectors.groupingBy(
                    request -> request.path().replaceFirst(".*/(SMS_\\w+).*", "$1"),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(asked)
        .isEqualTo(
            Map.of(
                "SMS_AuthorizationList", 1L,
                "SMS_AutoDeployment", 1L,
                "SMS_Collection", 1L,
                "SMS_SUPSyncStatus", 1L,
                // for its clock
                "SMS_Site", 1L,
                // 327 releases, 100 to a page
                "SMS_SoftwareUpdate", 4L,
                "SMS_UpdateCategoryInstance", 1L,
                "SMS_UpdateGroupAssignment", 1L,
                "SMS_UpdatesAssignment", 1L));
  }
}
