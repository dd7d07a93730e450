package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.judged.Confidence;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.seen.SeenPolicy;
import dev.garrison.takeover.seen.SeenSetting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is proposed from what somebody made, choice by choice. */
final class ForeignComposerTest {
  private static final Instant FIRST = Instant.parse("2026-05-04T22:00:00Z");
  private static final Instant LATER = Instant.parse("2026-06-01T22:00:00Z");
  private static final String ON_2022 = "Windows/All_x64_Windows_Server_2022_and_higher";
  private static final String ON_2019 = "Windows/All_x64_Windows_Server_2019_and_higher";

  private final SeenSites sites = new SeenSites();
  private final Map<String, String> given = new HashMap<>();
  private Answers answers = new Answers(Map.of());

  private Composed composed() {
    answers = new Answers(given);
    return new ForeignComposer(sites.site(), answers).compose(SeenSites.ACCESS, "PS1");
  }

  private Draft draft() {
    return composed().draft();
  }

  /** An application that is deployed to test servers, and later to all. */
  private void deployed() {
    sites.application("A1", "MDE 2019", Optional.of(SeenSites.TENANT), ON_2019);
    sites.collection("PS100001", "Test servers", 8, "Windows servers");
    sites.collection("PS100002", "All SQL", 300, "Windows servers");
    sites.deployment("MDE to all", "A1", "PS100002", LATER);
    sites.deployment("MDE to test", "A1", "PS100001", FIRST);
    sites.groups.put(SeenSites.model("A1"), Set.of("Europe DPs"));
    sites.scopes.put(SeenSites.model("A1"), Set.of("Default", "Servers"));
    sites.folders.put(SeenSites.model("A1"), "Security");
  }

  @Test
  void aSiteWithoutAnythingIsEmpty() {
    assertThat(new ForeignComposer(sites.site(), answers).isEmpty()).isTrue();
    sites.policies.add(new SeenPolicy("P1", "Onboard"));
    assertThat(new ForeignComposer(sites.site(), answers).isEmpty()).isFalse();
    sites.policies.clear();
    sites.application("A1", "MDE", Optional.empty());
    assertThat(new ForeignComposer(sites.site(), answers).isEmpty()).isFalse();
  }

  @Test
  void aScopeThatOnlySomeApplicationsHaveIsNotOpenedToTheOthers() {
    deployed();
    sites.application("A2", "MDE 2022", Optional.of(SeenSites.TENANT), ON_2022);
    sites.deployment("MDE 2022 to test", "A2", "PS100001", FIRST);
    sites.scopes.put(SeenSites.model("A1"), Set.of("Default", "Servers", "SQL"));
    sites.scopes.put(SeenSites.model("A2"), Set.of("Default", "Servers"));

    Composed composed = composed();

    assertThat(composed.draft().scopes()).containsExactly("Servers");
    assertThat(composed.left())
        .map(Text::toString)
        .contains("securityScopes: not all applications have these: SQL");
  }

  @Test
  void ringsAreProposedInTheOrderInWhichTheyBegan() {
    deployed();
    List<DraftRing> rings = draft().rings();
    assertThat(rings)
        .extracting(
            DraftRing::name,
            DraftRing::collections,
            ring -> ring.maxDevices().value(),
            ring -> ring.deadline().value().value().toString(),
            DraftRing::notes)
        .containsExactly(
            tuple(
                "Test servers",
                List.of("Test servers"),
                10L,
                "+2d 22:00",
                List.of("Proposed: its first deployment began on 2026-05-04.")),
            tuple(
                "All SQL",
                List.of("All SQL"),
                360L,
                "+2d 22:00",
                List.of("Proposed: its first deployment began on 2026-06-01.")));
    assertThat(rings.getFirst().localTime()).isTrue();
  }

  @Test
  void whatTheObjectsTellIsTaken() {
    deployed();
    Draft draft = draft();
    assertThat(draft.orgId()).isEqualTo(DraftValue.plainly(SeenSites.TENANT));
    assertThat(draft.systems())
        .isEqualTo(
            new DraftValue<>(
                Set.of(OperatingSystem.WINDOWS_SERVER_2019),
                List.of("From the requirements of the applications that were found.")));
    assertThat(draft.folder()).contains("Security");
    assertThat(draft.scopes()).containsExactly("Servers");
    assertThat(draft.limitingCollection())
        .isEqualTo(
            new DraftValue<>(
                "Windows servers",
                List.of("It limits the collections of the rings, so it holds all their servers.")));
    assertThat(draft.groups())
        .isEqualTo(
            new DraftValue<>(
                List.of("Europe DPs"),
                List.of("Where the content of the applications is that were found.")));
    assertThat(draft.clientSettings()).isFalse();
    assertThat(draft.rollout()).isEmpty();
    assertThat(draft.naming()).isEmpty();
    assertThat(draft.siteCode()).isEqualTo("PS1");
    assertThat(draft.notes())
        .containsExactly(
            "Proposed from what somebody made by hand. Nothing of it is Garrison's yet.");
    assertThat(SeenSites.missing(answers))
        .containsExactly(
            Map.entry("--name", "every object's ownership tag contains this name"),
            Map.entry("--publish-to", "the site doesn't show how Garrison writes to the share"),
            Map.entry("--content-source", "Garrison keeps its files in its own folder"),
            Map.entry(
                "--antivirus",
                "the site doesn't show whether these servers have another antivirus product"),
            Map.entry("--sample-sharing", "no object shows this setting"));
  }

  @Test
  void whatAPersonGaveWins() {
    deployed();
    given.putAll(
        Map.of(
            "--name", "mine",
            "--publish-to", "smb://fs01/mde$",
            "--content-source", "\\\\fs01\\mde$",
            "--org-id", SeenSites.OTHER_TENANT,
            "--limiting-collection", "My servers",
            "--distribution-group", "My DPs",
            "--antivirus", "passive",
            "--sample-sharing", "all"));
    Draft draft = draft();
    assertThat(draft.name()).isEqualTo("mine");
    assertThat(draft.publishTo()).isEqualTo(DraftValue.plainly("smb://fs01/mde$"));
    assertThat(draft.contentSource()).isEqualTo(DraftValue.plainly("\\\\fs01\\mde$"));
    assertThat(draft.orgId()).isEqualTo(DraftValue.plainly(SeenSites.OTHER_TENANT));
    assertThat(draft.limitingCollection()).isEqualTo(DraftValue.plainly("My servers"));
    assertThat(draft.groups()).isEqualTo(DraftValue.plainly(List.of("My DPs")));
    assertThat(draft.rings()).extracting(DraftRing::antivirus).containsOnly("passive");
    assertThat(draft.sampleSharing()).isEqualTo(DraftValue.plainly("all"));
    assertThat(answers.missing()).isEmpty();
  }

  @Test
  void whereOneApplicationHasNoRequirementAllSystemsAreMeant() {
    deployed();
    sites.application("A2", "MDE", Optional.empty());
    sites.deployment("MDE to some", "A2", "PS100001", LATER);
    assertThat(draft().systems())
        .isEqualTo(
            new DraftValue<>(
                Set.of(OperatingSystem.values()),
                List.of("Which systems were meant does not show: these are all that there are.")));
  }

  @Test
  void anApplicationThatIsNotDeployedSaysNothingOfTheRollout() {
    deployed();
    sites.application("A2", "MDE old", Optional.of(SeenSites.OTHER_TENANT));
    sites.groups.put(SeenSites.model("A2"), Set.of("Asia DPs"));
    sites.folders.put(SeenSites.model("A2"), "Old");
    sites.scopes.put(SeenSites.model("A2"), Set.of("Asia"));
    Draft draft = draft();
    assertThat(draft.groups().value()).containsExactly("Europe DPs");
    assertThat(draft.folder()).contains("Security");
    assertThat(draft.scopes()).containsExactly("Servers");
    assertThat(draft.systems().value()).containsExactly(OperatingSystem.WINDOWS_SERVER_2019);
    assertThat(draft.orgId().notes())
        .first()
        .isEqualTo(
            "Several tenants are named by detection rules: %s, %s. Choose."
                .formatted(SeenSites.OTHER_TENANT, SeenSites.TENANT));
  }

  @Test
  void collectionsWithSeveralLimitsLeaveTheLimitOpen() {
    deployed();
    sites.collection("PS100003", "Others", 5, "All Servers");
    sites.deployment("MDE to others", "A1", "PS100003", LATER);
    assertThat(draft().limitingCollection().value()).isEmpty();
    assertThat(SeenSites.missing(answers))
        .containsEntry(
            "--limiting-collection",
            "the targeted collections are limited by All Servers, Windows servers");
  }

  @Test
  void whatIsDeployedNowhereLeavesTheRingOpen() {
    sites.application("A1", "MDE", Optional.empty());
    Draft draft = draft();
    assertThat(draft.rings()).extracting(DraftRing::name).containsExactly("pilot");
    assertThat(SeenSites.missing(answers))
        .containsEntry("--limiting-collection", "no collection is targeted")
        .containsEntry(
            "--ring-collection", "none of the objects found is deployed to a collection of servers")
        .containsEntry(
            "--distribution-group",
            "none of the content found is distributed to a distribution point group")
        .containsEntry("--org-id", "neither a detection rule nor the inventory shows a tenant");
    sites.collection("PS100001", "Test servers", 7, "x");
    given.put("--ring-collection", "test SERVERS");
    DraftRing ring = draft().rings().getFirst();
    assertThat(ring.collections()).containsExactly("test SERVERS");
    assertThat(ring.maxDevices())
        .isEqualTo(new DraftValue<>(10L, List.of("7 now, and a fifth more as headroom.")));
    assertThat(ring.deadline().notes())
        .containsExactly("No deployment says when it was due: this is a proposal.");
  }

  @Test
  void severalFoldersAreLeft() {
    deployed();
    sites.application("A2", "MDE 2022", Optional.of(SeenSites.TENANT), ON_2019);
    sites.deployment("MDE to some", "A2", "PS100001", LATER);
    sites.folders.put(SeenSites.model("A2"), "Other");
    Composed composed = composed();
    assertThat(composed.draft().folder()).isEmpty();
    assertThat(composed.left())
        .map(Text::toString)
        .contains(
            "consoleFolder: the applications are in several folders or in a subfolder: Other, Security");
    sites.folders.remove(SeenSites.model("A2"));
    sites.folders.put(SeenSites.model("A1"), "Security/MDE");
    assertThat(draft().folder()).isEmpty();
  }

  @Test
  void aRingBeforeALargerOneIsAskedAbout() {
    deployed();
    sites.collection("PS100003", "Late", 5, "Windows servers");
    sites.deployment("MDE to late", "A1", "PS100003", LATER.plusSeconds(86_400));
    assertThat(draft().rings().getLast().notes())
        .containsExactly(
            "Proposed: its first deployment began on 2026-06-02.",
            "A ring before it is larger: is that the right order?");
  }

  @Test
  void ofThoseThatBeganOnOneDayTheSmallerIsFirstAndOneWithoutATimeIsLast() {
    deployed();
    sites.collection("PS100003", "Small", 2, "Windows servers");
    sites.collection("PS100004", "Untimed", 1, "Windows servers");
    sites.deployment(
        "deployment", "u", "", SeenSites.model("A1"), "PS100004", true, Optional.empty());
    sites.deployment("MDE to small", "A1", "PS100003", FIRST.plusSeconds(3600));
    assertThat(draft().rings())
        .extracting(DraftRing::name)
        .containsExactly("Small", "Test servers", "All SQL", "Untimed");
  }

  @Test
  void aCollectionWhoseNameAnotherHasIsNamedByItsId() {
    deployed();
    sites.collection("PS100009", "TEST servers", 1, "x");
    assertThat(draft().rings().getFirst().collections()).containsExactly("PS100001");
  }

  @Test
  void policiesMeanTheOtherRoute() {
    deployed();
    sites.policies.add(new SeenPolicy("P1", "Onboard"));
    sites.settings.add(
        new SeenSetting(
            "Servers", List.of(new SeenSetting.Agent("Agent", 3)), List.of("PS100001")));
    sites.settings.add(
        new SeenSetting("Others", List.of(new SeenSetting.Agent("Agent", 1)), List.of()));
    sites.settings.add(new SeenSetting("Bare", List.of(), List.of("PS100001")));
    sites.deployment(
        "policy-deployment", "Onboard test", "", "P1", "PS100001", true, Optional.of(FIRST));
    Composed composed = composed();
    Draft draft = composed.draft();
    assertThat(draft.clientSettings()).isTrue();
    assertThat(draft.rings())
        .extracting(DraftRing::name, DraftRing::antivirus)
        .containsExactly(tuple("Test servers", "active"));
    assertThat(draft.rollout())
        .containsExactly(
            Map.entry("method", DraftValue.plainly("client-setting")),
            Map.entry(
                "clientSetting",
                new DraftValue<>(
                    "Servers",
                    List.of(
                        "Client setting 'Others' switches Endpoint Protection on as well.",
                        "Client setting 'Bare' switches Endpoint Protection on as well."))),
            Map.entry("onboardingPolicy", DraftValue.plainly("Onboard")),
            Map.entry(
                "#defenderAgent",
                new DraftValue<>(
                    "3",
                    List.of(
                        "Only where the console shows 'MDE Client (recommended)' for Servers: then 3 is its number. Take the sign away."))));
    assertThat(composed.left())
        .map(Text::toString)
        .contains(
            "deployment/MDE to all uses the application method, but policies are also deployed here: a manifest can't have both",
            "deployment/MDE to test uses the application method, but policies are also deployed here: a manifest can't have both");
    assertThat(draft.systems().value()).hasSize(OperatingSystem.values().length);
    assertThat(composed.findings())
        .filteredOn(Finding::carried)
        .extracting(Finding::address, each -> each.became().toString())
        .contains(
            tuple("policy-deployment/Onboard test", "ring 1, \"Test servers\""),
            tuple("onboarding-policy/Onboard", "rollout.onboardingPolicy"),
            tuple("agent-setting/Servers", "rollout.clientSetting"));
  }

  @Test
  void aDeploymentThatIsAvailableOnlyIsLeft() {
    deployed();
    sites.deployment(
        "deployment",
        "MDE on wish",
        "",
        SeenSites.model("A1"),
        "PS100001",
        false,
        Optional.of(LATER));
    assertThat(composed().left())
        .map(Text::toString)
        .contains(
            "deployment/MDE on wish is an available deployment: the deployments of a ring are required");
  }

  @Test
  void everyObjectIsToldWithWhatBecameOfIt() {
    deployed();
    sites.application("A2", "MDE spare", Optional.empty());
    Composed composed = composed();
    assertThat(composed.findings())
        .extracting(
            Finding::address,
            each -> each.what().toString(),
            Finding::sureness,
            each -> each.became().toString(),
            Finding::carried)
        .containsExactly(
            tuple(
                "application/MDE 2019",
                "onboards servers",
                Confidence.CERTAIN,
                "tenant and operatingSystems",
                true),
            tuple(
                "application/MDE spare",
                "onboards servers",
                Confidence.LIKELY,
                "not in the manifest",
                false),
            tuple(
                "deployment/MDE to all",
                "deploys onboarding",
                Confidence.CERTAIN,
                "ring 2, \"All SQL\"",
                true),
            tuple(
                "deployment/MDE to test",
                "deploys onboarding",
                Confidence.CERTAIN,
                "ring 1, \"Test servers\"",
                true));
    assertThat(composed.findings().getLast().why())
        .hasToString("[required for \"Test servers\" (8 devices)]");
    assertThat(composed.twoOwners())
        .hasToString(
            "[deployment/MDE to test reaches the servers of ring \"Test servers\": delete this deployment after Garrison deploys to them too, deployment/MDE to all reaches the servers of ring \"All SQL\": delete this deployment after Garrison deploys to them too]");
    assertThat(composed.adopt()).isEmpty();
  }
}
