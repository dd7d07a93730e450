package dev.garrison.mecm.softwareupdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a site's software updates, row by row. */
final class SiteUpdateReaderTest {
  private static final String TITLE =
      "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)";
  private static final Instant NIGHT = Instant.parse("2026-11-20T03:00:00Z");

  private final FakeAdminService site = site();
  private final List<ServedRing> rings = new ArrayList<>(List.of(ring("pilot", "Pilot servers")));

  static FakeAdminService site() {
    return new FakeAdminService()
        .table("SMS_UpdateCategoryInstance", "CategoryInstanceID")
        .table("SMS_SoftwareUpdate", "CI_ID")
        .table("SMS_UpdatesAssignment", "AssignmentID")
        .table("SMS_UpdateGroupAssignment", "AssignmentID")
        .table("SMS_AuthorizationList", "CI_ID")
        .lazy("SMS_AuthorizationList", "Updates")
        .table("SMS_AutoDeployment", "AutoDeploymentID")
        .table("SMS_SUPSyncStatus", "WSUSServerName", "SiteCode")
        .table("SMS_Collection", "CollectionID");
  }

  private static ServedRing ring(String name, String collection) {
    return new ServedRing(
        name, collection, "Rule", 3, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)), Set.of());
  }

  private SiteUpdates read() {
    return new SiteUpdateReader(site).read(rings);
  }

  private void category(int id, String type, String name, boolean subscribed) {
    site.add(
        "SMS_UpdateCategoryInstance",
        "CategoryInstanceID",
        id,
        "CategoryTypeName",
        type,
        "LocalizedCategoryInstanceName",
        name,
        "IsSubscribed",
        subscribed);
  }

  @ParameterizedTest
  @CsvSource({
    "Product, Microsoft Defender for Endpoint, true, SUBSCRIBED",
    "Product, microsoft defender FOR endpoint, true, SUBSCRIBED",
    "Product, Microsoft Defender for Endpoint, false, NOT_SUBSCRIBED",
    "Product, Microsoft Defender Antivirus, true, NOT_THERE",
    "UpdateClassification, Microsoft Defender for Endpoint, true, NOTHING_SHOWN"
  })
  void theProductIsTheOneOfTheSensor(
      String type, String name, boolean subscribed, SiteUpdates.Product product) {
    category(1, type, name, subscribed);
    assertThat(read().product()).isEqualTo(product);
  }

  @Test
  void ofTwoOfTheProductsNameOneThatIsSubscribedCounts() {
    category(1, "Product", SiteUpdateReader.PRODUCT, false);
    category(2, "Product", SiteUpdateReader.PRODUCT, true);
    assertThat(read().product()).isEqualTo(SiteUpdates.Product.SUBSCRIBED);
  }

  private ObjectNode update(int id, String article, String title) {
    return site.add(
        "SMS_SoftwareUpdate",
        "CI_ID",
        id,
        "ArticleID",
        article,
        "LocalizedDisplayName",
        title,
        "IsLatest",
        true,
        "DatePosted",
        "2026-11-20T03:00:00Z",
        "IsExpired",
        false,
        "IsSuperseded",
        true,
        "IsDeployed",
        false,
        "NumMissing",
        4,
        "NumPresent",
        3,
        "NumNotApplicable",
        2,
        "NumUnknown",
        1);
  }

  @Test
  void aReleaseIsReadWithItsVersionStateAndCounts() {
    update(1, "5005292", TITLE);
    assertThat(read().releases())
        .containsExactly(
            new SiteRelease(
                1,
                TITLE,
                Optional.of(NIGHT),
                ReleaseLine.UNIFIED_AGENT,
                SensorVersion.parse("10.8735.26020.1009").orElseThrow(),
                false,
                true,
                false,
                new UpdateCounts(4, 3, 2, 1)));
  }

  @Test
  void eachFlagOfAReleaseIsItsOwn() {
    update(1, "5005292", TITLE).put("IsSuperseded", false).put("IsExpired", true);
    update(2, "5005292", TITLE).put("IsSuperseded", false).put("IsDeployed", true);
    update(3, "5005292", TITLE).put("IsSuperseded", false).remove("NumUnknown");
    assertThat(read().releases())
        .extracting(release ->
            "%s %s %s %s"
                .formatted(
                    release.expired(),
                    release.deployed(),
                    release.isInForce(),
                    release.counts().unknown()))
        .containsExactly("true false false 1", "false true true 1", "false false true 0");
  }

  @Test
  void bothFormsOfTheNumberAreReadAndNoOther() {
    update(1, "5005292", TITLE);
    update(2, "KB5005292", TITLE);
    update(3, "5005293", TITLE);
    update(4, "5005292", TITLE).put("IsLatest", false);
    assertThat(read().releases()).extracting(SiteRelease::id).containsExactly(1L, 2L);
  }

  @Test
  void titlesThatDoNotTellAreKeptAsSuch() {
    update(1, "5005292", "Aktualisierung KB5005292");
    update(2, "5005292", TITLE.replace("KB5005292", "KB5005293"));
    assertThat(read())
        .satisfies(seen -> {
          assertThat(seen.releases()).isEmpty();
          assertThat(seen.unread())
              .containsExactly("Aktualisierung KB5005292", TITLE.replace("KB5005292", "KB5005293"));
        });
  }

  private void collection(String id, String name, int type) {
    site.add("SMS_Collection", "CollectionID", id, "Name", name, "CollectionType", type);
  }

  @Test
  void aRingsCollectionIsKnownByNameOrByIdWithoutCase() {
    rings.add(ring("broad", "ps100020"));
    collection("PS100010", "PILOT servers", 2);
    collection("PS100020", "Broad servers", 2);
    collection("PS100030", "Pilot servers", 1);
    assertThat(read().collections())
        .isEqualTo(
            Map.of(
                "Pilot servers",
                List.of(new SiteCollection("PS100010", "PILOT servers")),
                "ps100020",
                List.of(new SiteCollection("PS100020", "Broad servers"))));
  }

  @Test
  void severalOfOneNameAreAllKept() {
    collection("PS100010", "Pilot servers", 2);
    collection("PS100011", "pilot servers", 2);
    assertThat(read().collections().get("Pilot servers")).hasSize(2);
  }

  @Test
  void oneThatComesInSeveralAnswersIsOne() {
    collection("A0001", "Z ring", 2);
    rings.clear();
    rings.add(ring("first", "A0001"));
    rings.add(ring("last", "Z ring"));
    IntStream.range(0, 60).forEach(i -> rings.add(ring("r" + i, "Collection " + (100 + i))));
    assertThat(read().collections())
        .isEqualTo(
            Map.of(
                "A0001",
                List.of(new SiteCollection("A0001", "Z ring")),
                "Z ring",
                List.of(new SiteCollection("A0001", "Z ring"))));
  }

  private ObjectNode assignment(String className, int id, String collection) {
    return site.add(
        className,
        "AssignmentID",
        id,
        "AssignmentName",
        "Deployment " + id,
        "TargetCollectionID",
        collection,
        "AssignedCIs",
        List.of(1, 2),
        "CreationTime",
        "2026-11-20T03:00:00Z",
        "Enabled",
        true,
        "EnforcementDeadline",
        "2026-11-20T03:00:00Z",
        "UseGMTTimes",
        false);
  }

  @Test
  void deploymentsToTheRingsAreReadOfBothKinds() {
    collection("PS100010", "Pilot servers", 2);
    assignment("SMS_UpdatesAssignment", 1, "PS100010");
    assignment("SMS_UpdateGroupAssignment", 2, "PS100010")
        .put("AssignedUpdateGroup", 70)
        .put("UseGMTTimes", true)
        .put("Enabled", false);
    assignment("SMS_UpdatesAssignment", 3, "PS100099");
    assertThat(read().deployments())
        .containsExactly(
            new SiteDeployment(
                1,
                NIGHT,
                "Deployment 1",
                "PS100010",
                Optional.empty(),
                Set.of(1L, 2L),
                true,
                Optional.of(NIGHT),
                true),
            new SiteDeployment(
                2,
                NIGHT,
                "Deployment 2",
                "PS100010",
                Optional.of(70L),
                Set.of(1L, 2L),
                false,
                Optional.of(NIGHT),
                false));
  }

  @Test
  void aDeploymentThatNamesNoUpdatesHasThoseOfItsGroup() {
    collection("PS100010", "Pilot servers", 2);
    for (int id : new int[] {1, 2, 3}) {
      assignment("SMS_UpdateGroupAssignment", id, "PS100010")
          .put("AssignedUpdateGroup", id == 3 ? 0 : 70 + id)
          .remove(List.of("AssignedCIs", "CreationTime"));
    }
    site.add("SMS_AuthorizationList", "CI_ID", 71, "Updates", List.of(5, 6));
    assertThat(read().deployments())
        .extracting(SiteDeployment::updates)
        .containsExactly(Set.of(5L, 6L), Set.of(), Set.of());
    assertThat(read().deployments())
        .extracting(SiteDeployment::created)
        .containsOnly(Instant.EPOCH);
  }

  @Test
  void aGroupIsOfTheRuleThatMadeIt() {
    collection("PS100010", "Pilot servers", 2);
    assignment("SMS_UpdateGroupAssignment", 1, "PS100010").put("AssignedUpdateGroup", 70);
    site.add("SMS_AuthorizationList", "CI_ID", 70, "AssociatedAutoRuleID", 1);
    site.add("SMS_AuthorizationList", "CI_ID", 71, "AssociatedAutoRuleID", 2);
    assertThat(read().makers()).isEqualTo(Map.of(70L, 1L));
    site.add("SMS_AuthorizationList", "CI_ID", 72, "AssociatedAutoRuleID", 0);
    assignment("SMS_UpdateGroupAssignment", 2, "PS100010").put("AssignedUpdateGroup", 72);
    assertThat(read().makers()).isEqualTo(Map.of(70L, 1L));
  }

  @Test
  void withoutDeploymentsOfGroupsNobodyAsksWhoMadeThem() {
    collection("PS100010", "Pilot servers", 2);
    assignment("SMS_UpdatesAssignment", 1, "PS100010");
    assertThat(read().makers()).isEmpty();
    assertThat(site.calls()).noneMatch(call -> call.target().startsWith("SMS_AuthorizationList"));
  }

  @Test
  void servicingPlansAreNoRules() {
    site.add(
        "SMS_AutoDeployment",
        "AutoDeploymentID",
        1,
        "Name",
        "Rule",
        "CollectionID",
        "PS100010",
        "AutoDeploymentEnabled",
        true,
        "LastRunTime",
        "2026-11-20T03:00:00Z",
        "LastErrorCode",
        -2147024891);
    site.add(
        "SMS_AutoDeployment",
        "AutoDeploymentID",
        2,
        "Name",
        "Plan",
        "CollectionID",
        "PS100010",
        "IsServicingPlan",
        true);
    DeploymentRule rule =
        new DeploymentRule(1, "Rule", "PS100010", true, Optional.of(NIGHT), -2147024891);
    assertThat(read().rules()).containsExactly(rule);
    assertThat(rule.hasFailed()).isTrue();
    assertThat(rule.errorText()).isEqualTo("0x80070005");
    assertThat(new DeploymentRule(1, "", "", true, Optional.empty(), 0).hasFailed()).isFalse();
  }

  @Test
  void eachPointIsReadWithItsLastSynchronisation() {
    site.add(
        "SMS_SUPSyncStatus",
        "WSUSServerName",
        "SCCM01.corp.example",
        "SiteCode",
        "PS1",
        "LastSyncState",
        6702,
        "LastSyncErrorCode",
        7,
        "LastSuccessfulSyncTime",
        "2026-11-20T03:00:00Z");
    site.add("SMS_SUPSyncStatus", "WSUSServerName", "b", "SiteCode", "PS1");
    assertThat(read().points())
        .containsExactly(
            new PointState("sccm01.corp.example", 6702, 7, Optional.of(NIGHT)),
            new PointState("b", 0, 0, Optional.empty()));
  }
}
