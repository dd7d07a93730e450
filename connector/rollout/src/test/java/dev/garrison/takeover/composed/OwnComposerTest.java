package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the objects of a lost manifest tell of it, choice by choice. */
final class OwnComposerTest {
  private static final Mark MARK = new Mark("small");
  private static final Instant START = Instant.parse("2026-05-04T22:00:00Z");
  private static final OperatingSystem WS2019 = OperatingSystem.WINDOWS_SERVER_2019;
  private static final String LOGICAL_NAME =
      new Generations(Set.of(), Generations.NOTHING_KNOWN).of("small", WS2019.word()).application();
  private static final String COMMAND =
      "powershell -File Invoke.ps1 -Antivirus passive -SampleSharing none -SensorProxy http://p:8080 -AntivirusProxy http://q:8080 -Workspace w1";

  private final SeenSites sites = new SeenSites();
  private final Map<String, String> given = new HashMap<>();
  private Answers answers = new Answers(Map.of());

  private Composed composed() {
    answers = new Answers(given);
    return new OwnComposer(sites.site(), MARK, answers).compose(SeenSites.ACCESS, "PS1");
  }

  private Draft draft() {
    return composed().draft();
  }

  private void collection(
      String id,
      String name,
      String comment,
      long members,
      Set<String> includes,
      Set<String> excludes) {
    String marked = MARK.after(comment);
    sites.collections.add(new SeenCollection(id, name, marked, members, false, "All Servers"));
    sites.rules.put(
        name,
        new DeviceCollection(
            name, marked, "All Servers", Set.of(), includes, excludes, Set.of(), 2));
  }

  private void application(String command) {
    sites.applications.clear();
    sites.application(
        LOGICAL_NAME,
        "Defender for Endpoint 2019",
        MARK.after("Made by Garrison"),
        command,
        "\\\\fs01\\mde$\\2019\\0123456789ab\\",
        Optional.of(RegistryClause.onboardedTo(SeenSites.TENANT)));
  }

  @BeforeEach
  void twoRings() {
    collection(
        "PS1A",
        "MDE broad - all",
        "Servers of ring broad.",
        90,
        Set.of("All SQL"),
        Set.of("MDE pilot - all", "Clusters", "MDE exceptions - small"));
    collection(
        "PS1B",
        "MDE pilot - all",
        "Servers of ring pilot. {healthy since x}",
        8,
        Set.of("Test servers"),
        Set.of("MDE exceptions - small"));
    collection(
        "PS1C", "MDE pilot - 2019", "Windows Server 2019 in ring pilot.", 8, Set.of(), Set.of());
    collection(
        "PS1D", "MDE broad - 2019", "Windows Server 2019 in ring broad.", 90, Set.of(), Set.of());
    collection("PS1E", "MDE exceptions - small", "Left alone.", 1, Set.of(), Set.of());
    application(COMMAND);
    sites.deployment(
        "deployment",
        "MDE pilot - 2019",
        MARK.after("Ring pilot. Windows Server 2019."),
        SeenSites.model(LOGICAL_NAME),
        "PS1C",
        true,
        Optional.of(START));
    sites.groups.put(SeenSites.model(LOGICAL_NAME), Set.of("Europe DPs"));
    sites.scopes.put(SeenSites.model(LOGICAL_NAME), Set.of("Default", "Servers"));
    for (String key : List.of(SeenSites.model(LOGICAL_NAME), "PS1A", "PS1B")) {
      sites.folders.put(key, "Defender");
    }
  }

  @Test
  void aSiteWithoutARingOfTheManifestHasNone() {
    assertThat(new OwnComposer(sites.site(), MARK, answers).hasRings()).isTrue();
    assertThat(new OwnComposer(sites.site(), new Mark("other"), answers).hasRings()).isFalse();
  }

  @Test
  void ringsComeInTheOrderInWhichTheyOpen() {
    assertThat(draft().rings())
        .extracting(
            DraftRing::name,
            DraftRing::collections,
            DraftRing::exclude,
            ring -> ring.maxDevices().value())
        .containsExactly(
            tuple("pilot", List.of("Test servers"), List.of(), 10L),
            tuple("broad", List.of("All SQL"), List.of("Clusters"), 110L));
  }

  @Test
  void whatTheObjectsTellIsTaken() {
    Draft draft = draft();
    assertThat(draft.name()).isEqualTo("small");
    assertThat(draft.orgId()).isEqualTo(DraftValue.plainly(SeenSites.TENANT));
    assertThat(draft.contentSource()).isEqualTo(DraftValue.plainly("\\\\fs01\\mde$"));
    assertThat(draft.systems().value()).containsExactly(WS2019);
    assertThat(draft.folder()).contains("Defender");
    assertThat(draft.scopes()).containsExactly("Servers");
    assertThat(draft.limitingCollection()).isEqualTo(DraftValue.plainly("All Servers"));
    assertThat(draft.groups()).isEqualTo(DraftValue.plainly(List.of("Europe DPs")));
    assertThat(draft.sampleSharing()).isEqualTo(DraftValue.plainly("none"));
    assertThat(draft.rollout())
        .containsExactly(Map.entry("removeWorkspace", DraftValue.plainly("w1")));
    assertThat(draft.naming()).isEmpty();
    assertThat(draft.clientSettings()).isFalse();
    assertThat(draft.notes())
        .containsExactly("Rebuilt from the objects that carry the mark [garrison:1:small].");
    assertThat(SeenSites.missing(answers))
        .containsExactly(
            Map.entry("--publish-to", "the site doesn't show how Garrison writes to the share"));
  }

  @Test
  void aRingIsAsItsDeploymentTells() {
    DraftRing pilot = draft().rings().getFirst();
    assertThat(pilot.antivirus()).isEqualTo("passive");
    assertThat(pilot.sensorProxy()).contains("http://p:8080");
    assertThat(pilot.antivirusProxy()).contains("http://q:8080");
    assertThat(pilot.deadline().value().value()).hasToString("+2d 22:00");
    assertThat(pilot.localTime()).isTrue();
    assertThat(pilot.notes()).isEmpty();
  }

  @Test
  void aRingThatIsNotDeployedHasTheOneModeOfAllApplications() {
    DraftRing broad = draft().rings().getLast();
    assertThat(broad.antivirus()).isEqualTo("passive");
    assertThat(broad.sensorProxy()).isEmpty();
    assertThat(broad.notes())
        .containsExactly(
            "Ring 'broad' has no deployment yet: antivirus and proxy do not show in it.");
  }

  @Test
  void whereNoCommandLineTellsItTheModeIsAskedFor() {
    application("powershell -File Invoke.ps1");
    assertThat(draft().rings()).extracting(DraftRing::antivirus).containsOnly("");
    assertThat(SeenSites.missing(answers))
        .containsEntry("--antivirus", "ring \"broad\" has no deployment that shows the mode")
        .containsEntry(
            "--sample-sharing", "no command line of this manifest contains this setting");
    given.put("--antivirus", "active");
    assertThat(draft().rings()).extracting(DraftRing::antivirus).containsOnly("active");
  }

  @Test
  void whatAPersonGaveWinsExceptForTheModeThatADeploymentTells() {
    given.putAll(
        Map.of(
            "--publish-to", "smb://fs01/mde$",
            "--content-source", "\\\\fs02\\mde$",
            "--org-id", SeenSites.OTHER_TENANT,
            "--limiting-collection", "My servers",
            "--distribution-group", "My DPs",
            "--antivirus", "active",
            "--sample-sharing", "all"));
    Draft draft = draft();
    assertThat(draft.publishTo().value()).isEqualTo("smb://fs01/mde$");
    assertThat(draft.contentSource().value()).isEqualTo("\\\\fs02\\mde$");
    assertThat(draft.orgId().value()).isEqualTo(SeenSites.OTHER_TENANT);
    assertThat(draft.limitingCollection().value()).isEqualTo("My servers");
    assertThat(draft.groups().value()).containsExactly("My DPs");
    assertThat(draft.sampleSharing().value()).isEqualTo("all");
    assertThat(draft.rings()).extracting(DraftRing::antivirus).containsExactly("passive", "active");
  }

  @Test
  void severalGroupsOfSeveralRingsAreAskedAbout() {
    sites.groups.put(SeenSites.model(LOGICAL_NAME), Set.of("Europe DPs", "Asia DPs"));
    assertThat(draft().groups())
        .isEqualTo(
            new DraftValue<>(
                List.of("Asia DPs", "Europe DPs"),
                List.of(
                    "Which ring needs which group does not show: write 'distributionGroups' into the rings if they differ.")));
  }

  @Test
  void contentThatIsNowhereIsAskedFor() {
    sites.groups.clear();
    assertThat(draft().groups().value()).containsExactly("");
    assertThat(SeenSites.missing(answers))
        .containsEntry(
            "--distribution-group", "no content of this manifest is distributed to a group yet");
  }

  @Test
  void severalFoldersAreLeft() {
    sites.folders.put("PS1B", "Other");
    Composed composed = composed();
    assertThat(composed.draft().folder()).isEmpty();
    assertThat(composed.left())
        .map(Text::toString)
        .contains(
            "consoleFolder: the objects are in several folders or in a subfolder: Defender, Other");
  }

  @Test
  void otherNamesAreTemplates() {
    sites.rules.clear();
    sites.collections.clear();
    collection(
        "PS1B", "D4E pilot (all)", "Servers of ring pilot.", 8, Set.of("Test servers"), Set.of());
    collection(
        "PS1C", "D4E pilot (2019)", "Windows Server 2019 in ring pilot.", 8, Set.of(), Set.of());
    assertThat(draft().naming().orElseThrow().collection()).isEqualTo("D4E {ring} ({os})");
  }

  @Test
  void namesOfNoTemplateAreLeft() {
    sites.rules.remove("MDE broad - 2019");
    collection(
        "PS1D", "Broad servers", "Windows Server 2019 in ring broad.", 90, Set.of(), Set.of());
    Composed composed = composed();
    assertThat(composed.draft().naming()).isEmpty();
    assertThat(composed.left())
        .map(Text::toString)
        .contains(
            "naming: no template produces the names of all objects, so some of them would be created again. Write this section before you create a plan");
  }

  @Test
  void whatStandsNowhereOnASiteIsLeft() {
    assertThat(composed().left())
        .map(Text::toString)
        .containsExactly(
            "gates, offboard, holdBack, keepApart, blackout days, distribution.threshold, and content.keepVersions: the site doesn't show them, so the default values apply",
            "packages: the folder of Microsoft's files, signers to trust in addition to Microsoft, and an offboarding package");
  }

  @Test
  void serversThatAreLeftAloneAreTold() {
    sites.rules.put(
        "MDE exceptions - small",
        new DeviceCollection(
            "MDE exceptions - small",
            MARK.after("Left alone."),
            "All Servers",
            Set.of(
                new QueryRule(
                    "x",
                    QueryRule.SELECT
                        + " where SMS_R_System.Name = \"SQL09\" or SMS_R_System.Name = \"SQL07\"")),
            Set.of(),
            Set.of(),
            Set.of(),
            2));
    assertThat(draft().exceptions()).containsExactly("SQL07", "SQL09");
  }

  @Test
  void anotherWhoOnboardsTheSameServersIsTold() {
    sites.application("A2", "MDE by hand", Optional.of(SeenSites.TENANT));
    sites.deployment("By hand", "A2", "PS1A", START);
    sites.collection("PS2A", "Elsewhere", 3, "All Servers");
    sites.deployment("Elsewhere", "A2", "PS2A", START);
    Composed composed = composed();
    assertThat(composed.twoOwners())
        .map(Text::toString)
        .containsExactly(
            "deployment/By hand also onboards the servers of \"MDE broad - all\": check this deployment, and then delete it");
    assertThat(composed.findings())
        .filteredOn(finding -> !finding.carried())
        .extracting(Finding::address, each -> each.became().toString())
        .containsExactly(
            tuple("application/MDE by hand", "left unchanged: not part of the manifest \"small\""),
            tuple("deployment/By hand", "left unchanged: not part of the manifest \"small\""),
            tuple("deployment/Elsewhere", "left unchanged: not part of the manifest \"small\""));
  }

  @Test
  void objectsWithoutTheirMarkAreToBeAdopted() {
    sites.collection("PS1F", "MDE broad - 2019", 90, "All Servers");
    sites.deployment("MDE broad - 2019", LOGICAL_NAME, "PS1D", START);
    assertThat(composed().adopt())
        .containsExactly("collection/MDE broad - 2019", "deployment/MDE broad - 2019");
  }

  @Test
  void anApplicationWithoutItsMarkIsToBeAdopted() {
    sites.applications.clear();
    sites.application(LOGICAL_NAME, "Defender for Endpoint 2019", Optional.empty());
    assertThat(composed().adopt()).containsExactly("application/Defender for Endpoint 2019");
  }

  @Test
  void policiesMeanTheOtherRoute() {
    sites.policies.add(new SeenPolicy("P1", "Onboard"));
    collection(
        "PS1G",
        "MDE pilot - 2019 passive",
        "Told to be passive: Windows Server 2019 in ring pilot.",
        4,
        Set.of(),
        Set.of());
    sites.deployment(
        "policy-deployment",
        "MDE pilot - 2019",
        MARK.after("Ring pilot. Windows Server 2019."),
        "P1",
        "PS1C",
        true,
        Optional.of(START));
    Draft draft = draft();
    assertThat(draft.clientSettings()).isTrue();
    assertThat(draft.rings())
        .extracting(DraftRing::name, DraftRing::antivirus)
        .containsExactly(tuple("pilot", "passive"), tuple("broad", "active"));
    assertThat(draft.rollout())
        .containsEntry("method", DraftValue.plainly("client-setting"))
        .containsEntry("onboardingPolicy", DraftValue.plainly("Onboard"));
  }

  @Test
  void everyOwnObjectIsToldWithWhatItTold() {
    assertThat(composed().findings())
        .filteredOn(Finding::carried)
        .extracting(Finding::address, each -> each.became().toString())
        .containsExactly(
            tuple(
                "application/Defender for Endpoint 2019",
                "tenant, operatingSystems, content, and the antivirus mode of the rings"),
            tuple("collection/MDE pilot - all", "ring \"pilot\""),
            tuple("collection/MDE pilot - 2019", "ring \"pilot\""),
            tuple("collection/MDE broad - all", "ring \"broad\""),
            tuple("collection/MDE broad - 2019", "ring \"broad\""),
            tuple("deployment/MDE pilot - 2019", "the deadline of the ring"));
  }
}
