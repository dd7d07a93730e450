package dev.garrison.mecm.softwareupdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When what a site shows of its software updates is believed. */
final class SiteUpdateStockTest {
  private static final String HIDDEN =
      "The site deploys KB5005292, but doesn't show the deployments: the account can't read the software update groups and their deployments. Grant the account the permission Read on \"Software Updates\" and \"Software Update Group\". [UPDATES_NOT_SHOWN GAR-1001]";

  private final FakeAdminService site = SiteUpdateReaderTest.site();
  private final SiteUpdateStock stock =
      new SiteUpdateStock(
          new SiteUpdateReader(site),
          List.of(
              new ServedRing(
                  "pilot",
                  "Pilot servers",
                  "Rule",
                  3,
                  new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)),
                  Set.of())));

  @BeforeEach
  void product() {
    site.add(
        "SMS_UpdateCategoryInstance",
        "CategoryInstanceID",
        1,
        "CategoryTypeName",
        "Product",
        "LocalizedCategoryInstanceName",
        SiteUpdateReader.PRODUCT,
        "IsSubscribed",
        true);
    site.add(
        "SMS_Collection", "CollectionID", "PS100010", "Name", "Pilot servers", "CollectionType", 2);
  }

  private void release(int id, boolean deployed) {
    site.add(
        "SMS_SoftwareUpdate",
        "CI_ID",
        id,
        "ArticleID",
        "5005292",
        "LocalizedDisplayName",
        "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)",
        "IsLatest",
        true,
        "IsDeployed",
        deployed);
  }

  private void assignment(String className, String collection, int... updates) {
    site.add(
        className,
        "AssignmentID",
        1,
        "TargetCollectionID",
        collection,
        "AssignedCIs",
        java.util.Arrays.stream(updates).boxed().toList());
  }

  private void group() {
    site.add("SMS_AuthorizationList", "CI_ID", 70, "AssociatedAutoRuleID", 1);
  }

  private String why() {
    return ((SiteSighting.Unseen) stock.read()).why().toString();
  }

  private void assertSeen() {
    assertThat(stock.read()).isInstanceOf(SiteSighting.Seen.class);
  }

  @Test
  void aSiteThatShowsNoProductShowsNothing() {
    site.clear("SMS_UpdateCategoryInstance");
    assertThat(why())
        .isEqualTo(
            "The site shows no product of software updates: the site has no software update point, or the account can't read software updates. Grant the account the permission Read on \"Software Updates\" and \"Software Update Group\", or remove \"softwareUpdatePoint\" from the rings."
                + " [UPDATES_NOT_SHOWN GAR-1001]");
  }

  @Test
  void aReleaseThatIsDeployedByNothingThatIsShownMeansThatDeploymentsAreHidden() {
    release(1, true);
    assertThat(why()).isEqualTo(HIDDEN);
    group();
    assertThat(why()).as("no deployment of a group").isEqualTo(HIDDEN);
    site.clear("SMS_AuthorizationList");
    assignment("SMS_UpdateGroupAssignment", "PS100099", 5);
    assertThat(why()).as("no group").isEqualTo(HIDDEN);
  }

  @Test
  void whereGroupsAndTheirDeploymentsAreShownNothingIsHidden() {
    release(1, true);
    group();
    assignment("SMS_UpdateGroupAssignment", "PS100099", 5);
    assertSeen();
  }

  @Test
  void aDeploymentToARingExplainsItsReleases() {
    release(1, true);
    assignment("SMS_UpdatesAssignment", "PS100010", 1);
    assertSeen();
    release(2, true);
    assertThat(why()).isEqualTo(HIDDEN);
  }

  @Test
  void aDeploymentToSomewhereElseExplainsItsReleasesToo() {
    release(1, true);
    assignment("SMS_UpdatesAssignment", "PS100099", 1, 8);
    assertSeen();
  }

  @Test
  void releasesThatNothingDeploysHideNothing() {
    release(1, false);
    assertSeen();
  }

  @Test
  void aFailureIsTheReason() {
    site.fail("query", "SMS_AutoDeployment", FailureKind.ACCESS_DENIED, 404, "denied");
    assertThat(why())
        .startsWith("The administration service on sccm01.corp.example denied access: ")
        .endsWith("[ACCESS_DENIED GAR-0202]");
  }

  @Test
  void whatWasReadLastIsKeptUntilItIsReadAnew() {
    SiteSighting first = stock.last();
    site.clear("SMS_UpdateCategoryInstance");
    assertThat(stock.last()).isSameAs(first);
    assertThat(stock.read()).isInstanceOf(SiteSighting.Unseen.class);
    assertThat(stock.last()).isInstanceOf(SiteSighting.Unseen.class);
  }
}
