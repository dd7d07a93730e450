package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not proven of a software update point is never called converged, nor asked for. */
final class UpdatePointProofIT {
  private static final String BROAD = "Current Channel (Broad)";
  private static final String PILOT = "Sensor update: pilot";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = TrialUpdates.ofUpdatePoint(folder);
    trial.replace("      - family: unified agent\n", "");
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(trial.lab().requests().writes()).isEmpty();
    trial.close();
  }

  private void inConsole(Consumer<SoftwareUpdates> deed) {
    trial.lab().inSoftwareLibrary(deed);
  }

  /** The manifest names the whole of a channel. */
  private void wantAllOfTheChannel() {
    List.of("Windows 10/11", "Windows Server 2022", "Windows Server 2025", "Windows Server 23H2")
        .forEach(family -> trial.wants(family, BROAD));
  }

  /** Rules that take this and what is enabled of them, and a run. */
  private void makeRules(boolean enables, String... titles) {
    inConsole(site -> {
      site.makeRule(PILOT, "Pilot servers", 1, enables, titles);
      site.makeRule("Sensor update: production", "Production servers", 14, true, BROAD);
      site.runRules();
    });
  }

  private static String flat(Ended ended) {
    return ended.out().replaceAll("\\s+", " ");
  }

  private void assertStep(String... words) {
    Ended ended = trial.verify();
    assertThat(flat(ended)).doesNotContain("No drift. All ");
    assertThat(ended.code()).isNotZero();
    assertThat(flat(trial.plan())).contains(words);
  }

  @Test
  void deploymentsAreEnabledWhereTheTitlesOfTheSiteAreThoseOfTheManifestAndNoOthers() {
    wantAllOfTheChannel();
    assertThat(trial.plan().out())
        .contains(
            "-DeadlineDays 1 -Title 'Current Channel (Broad)' -EnableDeployment\n",
            "its deployments are enabled; without -EnableDeployment, you enable each one")
        .doesNotContain("created disabled");
  }

  @Test
  void aTitleThatTakesAnotherFamilyLeavesEveryDeploymentToAPerson() {
    assertThat(flat(trial.plan()))
        .contains(
            "-DeadlineDays 1 -Title 'Current Channel (Broad)' its deployments are created disabled",
            "the rule selects updates that \"releases\" doesn't name: Current Channel (Broad) of Windows 10/11, Windows Server 2022, Windows Server 2025, Windows Server 23H2 ! manual")
        .doesNotContain("-EnableDeployment");
  }

  @Test
  void channelsOfDifferentFamiliesWouldBeTakenCrosswise() {
    trial.wants("Windows Server 2022", "Beta Channel");
    assertThat(flat(trial.plan()))
        .contains(
            "-Title 'Current Channel (Broad)', 'Beta Channel' its deployments are created disabled",
            "the rule selects updates that \"releases\" doesn't name: Beta Channel of Windows 10/11, Windows Server 2019, Windows Server 2025")
        .doesNotContain("-EnableDeployment");
  }

  @Test
  void aChannelThatIsPartOfOthersIsNotExact() {
    trial.replace("channel: Current Channel (Broad)", "channel: Current Channel");
    assertThat(trial.plan().out())
        .contains(
            "no title on the site shows that the rule selects Windows Server 2019, Current Channel\n")
        .doesNotContain("-EnableDeployment");
  }

  @Test
  void titlesThatCannotBeReadAreNotTrusted() {
    wantAllOfTheChannel();
    inConsole(site -> site.language("de"));
    assertThat(trial.plan().out())
        .contains("327 titles on the site don't state family and version")
        .doesNotContain("-EnableDeployment");
  }

  @Test
  void aRuleThatNarrowsByTitleAndRanIsProven() {
    makeRules(true, BROAD);
    assertThat(trial.verify().out()).contains("No drift. All 4 objects");
  }

  @Test
  void anotherChannelThatIsDeployedIsNotConverged() {
    makeRules(true, BROAD, "Beta Channel");
    assertStep(
        "update-rule pilot \"Pilot servers\" gets Windows Server 2019, Beta Channel, which the manifest doesn't name Console: Software Library > Software Updates > Software Update Groups: remove these updates from the group that is deployed");
  }

  @Test
  void aSupersededReleaseOfAnotherChannelInstallsTooWhereItIsEnabled() {
    makeRules(true, BROAD, "Beta Channel");
    inConsole(site -> {
      site.publish("Windows Server 2019", "10.8850.26090.1001", "Beta Channel");
    });
    assertStep(
        "\"Pilot servers\" gets Windows Server 2019, Beta Channel, which the manifest doesn't name");
  }

  @Test
  void deploymentsThatAreNotEnabledAreNotConverged() {
    makeRules(false, BROAD);
    assertStep(
        "these deployments aren't enabled: Sensor update: pilot 2026-11-02 ",
        " (10.8838.26060.1002) Console: Monitoring > Deployments: review the deployment, then enable it");
    inConsole(site -> site.switchDeployments(true));
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void aNewerDeploymentThatIsNotEnabledDoesNotHideBehindAnOlderOne() {
    makeRules(true, BROAD);
    inConsole(site -> {
      site.letRuleEnable(PILOT, false);
      site.publish("Windows Server 2019", "10.8850.26090.1002", BROAD);
    });
    trial.pass(Duration.ofHours(1));
    inConsole(SoftwareUpdates::runRules);
    assertStep(
        "these deployments aren't enabled: Sensor update: pilot 2026-11-02 ",
        " (10.8850.26090.1002) Console: ");
    assertThat(flat(trial.plan()))
        .contains(
            "10.8838.26060.1002 due 2026-11-03 08:00, 10.8850.26090.1002 deployed and NOT enabled");
  }

  @Test
  void aHeldVersionThatIsEnabledIsNotConverged() {
    makeRules(true, BROAD);
    hold("10.8838.26060.1002");
    assertStep(
        "deployments contain versions that the manifest holds back: Sensor update: pilot 2026-11-02 ",
        " (10.8838.26060.1002) Console: Monitoring > Deployments: disable the deployment");
    assertThat(flat(trial.plan()))
        .contains(
            "which the manifest holds back (INC0042): disable that deployment in the console");
  }

  @Test
  void aHeldVersionThatNothingEnablesIsWhatIsWanted() {
    makeRules(true, BROAD);
    hold("10.8850.26090.1002");
    inConsole(site -> {
      site.letRuleEnable(PILOT, false);
      site.letRuleEnable("Sensor update: production", false);
      site.publish("Windows Server 2019", "10.8850.26090.1002", BROAD);
    });
    assertThat(trial.verify().out()).contains("No drift. All 4 objects");
    trial.pass(Duration.ofHours(1));
    inConsole(SoftwareUpdates::runRules);
    assertThat(trial.verify().out()).contains("No drift. All 4 objects");
    inConsole(site -> site.switchDeployments(true));
    assertStep(
        "deployments contain versions that the manifest holds back: Sensor update: pilot 2026-11-02 ",
        " (10.8850.26090.1002) Console: Monitoring > Deployments: disable the deployment");
  }

  private void hold(String version) {
    trial.replace(
        "    deploymentPackage:",
        "    hold:\n      - {version: %s, reason: INC0042}\n    deploymentPackage:"
            .formatted(version));
  }

  @Test
  void aRuleThatRanAndTookNothingOfItIsNotConverged() {
    makeRules(true, "Current Channel (Narrow)");
    assertStep(
        "rule \"Sensor update: pilot\" ran, but no deployment of Windows Server 2019, Current Channel (Broad) to \"Pilot servers\" is enabled");
  }

  @Test
  void whatAPersonDeployedDoesNotProveTheRule() {
    makeRules(true, "Current Channel (Narrow)");
    inConsole(site -> site.deploy("By hand", "Pilot servers", "10.8838.26060.1002"));
    assertStep(
        "rule \"Sensor update: pilot\" has no deployment to \"Pilot servers\" that is enabled and in force");
  }

  @Test
  void aRuleThatIsSentToAnotherCollectionIsFoundOutWithTheNextRelease() {
    makeRules(true, BROAD);
    inConsole(site -> {
      site.moveRule(PILOT, "All Servers");
      site.publish("Windows Server 2019", "10.8850.26090.1002", BROAD);
    });
    assertStep(
        "rule \"Sensor update: pilot\" deploys to a collection other than \"Pilot servers\"");
  }

  @Test
  void anOldRevisionOfAReleaseDoesNotCount() {
    inConsole(site -> {
      site.revise("10.8838.26060.1002");
      site.expire("10.8838.26060.1002");
    });
    assertThat(flat(trial.plan()))
        .contains(
            "Windows Server 2019, Current Channel (Broad): the site has no release that is in force");
  }

  @Test
  void aPointThatSynchronisedLongAgoIsWaitedFor() {
    makeRules(true, BROAD);
    inConsole(site -> site.synchronised(Optional.of(Duration.ofDays(200))));
    assertStep("the software update point sup01.lab.example hasn't synchronized for 200 days");
  }

  @Test
  void aPointThatNeverSynchronisedIsWaitedFor() {
    makeRules(true, BROAD);
    inConsole(site -> site.synchronised(Optional.empty()));
    assertStep(
        "no synchronization of the software update point sup01.lab.example has succeeded yet");
  }

  @Test
  void aSiteThatShowsNoPointIsWaitedFor() {
    makeRules(true, BROAD);
    inConsole(SoftwareUpdates::hideSynchronisation);
    assertStep("the site doesn't show how its software update point synchronizes");
  }

  @Test
  void deploymentsThatAnAccountMayNotSeeAreNotTakenForNone() {
    inConsole(site -> {
      site.makeRule("Monthly servers", "Pilot servers", 7, true, BROAD);
      site.runRules();
    });
    trial.lab().rights().only(Secured.UPDATE_GROUP, Set.of());
    Ended ended = trial.plan();
    assertThat(flat(ended))
        .contains(
            "The site deploys KB5005292, but doesn't show the deployments: the account can't read the software update groups and their deployments. Grant the account the permission Read on \"Software Updates\" and \"Software Update Group\".")
        .contains("3 waiting, 0 manual")
        .doesNotContain("New-GarrisonUpdateRule", "collection of no ring");
    trial.lab().rights().only(Secured.UPDATE_GROUP, Set.of(Right.READ));
    assertThat(flat(trial.plan())).contains("ring pilot: rule \"Monthly servers\"");
  }

  @Test
  void aDeploymentIsOfNoRingOnlyWhereEveryCollectionIsKnown() {
    inConsole(site -> site.deploy("By hand", "Pilot servers", "10.8838.26060.1002"));
    trial.replace("collection: Pilot servers", "collection: Pilot server");
    assertThat(flat(trial.plan())).doesNotContain("collection of no ring");
  }
}
