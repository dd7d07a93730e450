package dev.garrison.mecm.updaterule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ring, its rule, and what the rule deployed; one thing differs in each row. */
final class UpdateRuleResourceTest {
  private static final String TITLE =
      "Update for Microsoft Defender for Endpoint - KB5005292 (Version %s)";
  private static final SensorVersion CURRENT = SensorVersion.parse("10.2.0.0").orElseThrow();

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_UpdateCategoryInstance", "CategoryInstanceID")
          .table("SMS_SoftwareUpdate", "CI_ID")
          .table("SMS_UpdatesAssignment", "AssignmentID")
          .table("SMS_UpdateGroupAssignment", "AssignmentID")
          .table("SMS_AuthorizationList", "CI_ID")
          .table("SMS_AutoDeployment", "AutoDeploymentID")
          .table("SMS_SUPSyncStatus", "WSUSServerName", "SiteCode")
          .table("SMS_Collection", "CollectionID");
  private final Set<SensorVersion> held = new HashSet<>();
  private ObjectNode product = FakeAdminService.object();
  private ObjectNode rule = FakeAdminService.object();
  private ObjectNode deployment = FakeAdminService.object();

  @BeforeEach
  void served() {
    product =
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
        "SMS_SUPSyncStatus",
        "WSUSServerName",
        "sup01",
        "SiteCode",
        "PS1",
        "LastSyncState",
        6702,
        "LastSuccessfulSyncTime",
        "2026-11-24T20:00:00Z");
    site.add("SMS_Collection", "CollectionID", "PS100010", "Name", "Pilot", "CollectionType", 2);
    release(1, TITLE.formatted("10.1.0.0")).put("IsSuperseded", true);
    release(2, TITLE.formatted("10.2.0.0"));
    rule =
        site.add(
            "SMS_AutoDeployment",
            "AutoDeploymentID",
            1,
            "Name",
            "It's ours",
            "CollectionID",
            "PS100010",
            "AutoDeploymentEnabled",
            true,
            "LastRunTime",
            "2026-11-24T20:00:00Z",
            "LastErrorCode",
            0);
    site.add("SMS_AuthorizationList", "CI_ID", 70, "AssociatedAutoRuleID", 1);
    deployment =
        site.add(
            "SMS_UpdateGroupAssignment",
            "AssignmentID",
            1,
            "AssignmentName",
            "November",
            "TargetCollectionID",
            "PS100010",
            "AssignedUpdateGroup",
            70,
            "AssignedCIs",
            List.of(1, 2),
            "Enabled",
            true);
  }

  private ObjectNode release(int id, String title) {
    return site.add(
        "SMS_SoftwareUpdate",
        "CI_ID",
        id,
        "ArticleID",
        "5005292",
        "LocalizedDisplayName",
        title,
        "IsLatest",
        true);
  }

  private ServedRing ring() {
    return new ServedRing(
        "pilot", "Pilot", "It's ours", 3, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)), held);
  }

  private SiteUpdateStock stock() {
    return new SiteUpdateStock(new SiteUpdateReader(site), List.of(ring()));
  }

  private Proposal propose(String... titles) {
    UpdateRuleResource resource =
        new UpdateRuleResource(
            stock(), List.of(new RuleOrder(ring(), "MDE package", List.of(titles))));
    Wanted<UpdateRule> wanted =
        Wanted.present(
            UpdateRule.address("pilot"),
            new UpdateRule("pilot", "Pilot", "It's ours", UpdateRule.Standing.RUNS));
    Observation<UpdateRule> seen =
        resource.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(wanted.address());
    return resource.propose(wanted, seen);
  }

  private Proposal.Proposed proposed(String... titles) {
    return (Proposal.Proposed) propose(titles);
  }

  static Stream<Arguments> standings() {
    return Stream.of(
        row(_ -> {}, Action.NO_OP, "rule \"It's ours\" serves \"Pilot\"", ""),
        row(
            test -> test.rule.put("AutoDeploymentEnabled", false),
            Action.MANUAL,
            "rule \"It's ours\" is disabled",
            "Enable-CMSoftwareUpdateAutoDeploymentRule -Name 'It''s ours'"),
        row(
            test -> test.rule.put("LastErrorCode", 5),
            Action.MANUAL,
            "the last run of rule \"It's ours\" failed",
            "Invoke-CMSoftwareUpdateAutoDeploymentRule -Name 'It''s ours'"),
        row(
            test -> test.rule.remove("LastRunTime"),
            Action.WAIT,
            "rule \"It's ours\" hasn't run yet, so the updates that it selects are unknown",
            ""),
        row(
            test -> {
              test.rule.put("CollectionID", "PS100099");
              test.deployment.put("TargetCollectionID", "PS100099");
            },
            Action.MANUAL,
            "rule \"It's ours\" deploys to a collection other than \"Pilot\"",
            "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name 'It''s ours'"),
        row(
            test -> {
              test.release(3, TITLE.formatted("10.2.0.0") + " - Beta Channel");
              test.deployment.putArray("AssignedCIs").add(2).add(3);
            },
            Action.MANUAL,
            "\"Pilot\" gets %s, which the manifest doesn't name"
                .formatted(
                    new ReleaseLine(
                        ReleaseLine.UNIFIED_AGENT.family(), new Channel("Beta Channel"))),
            "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name 'It''s ours'"),
        row(
            test -> test.held.add(CURRENT),
            Action.MANUAL,
            "deployments contain versions that the manifest holds back: November (10.2.0.0)",
            "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name 'It''s ours'"),
        row(
            test -> test.deployment.put("Enabled", false),
            Action.MANUAL,
            "these deployments aren't enabled: November (10.2.0.0)",
            "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name 'It''s ours'"),
        row(
            test -> test.deployment.putArray("AssignedCIs").add(9),
            Action.MANUAL,
            "rule \"It's ours\" ran, but no deployment of %s to \"Pilot\" is enabled"
                .formatted(ReleaseLine.UNIFIED_AGENT),
            "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name 'It''s ours'"),
        row(
            test -> test.deployment.putArray("AssignedCIs").add(1),
            Action.WAIT,
            "rule \"It's ours\" hasn't deployed the current releases yet: %s 10.2.0.0"
                .formatted(ReleaseLine.UNIFIED_AGENT),
            ""),
        row(
            test -> test.site.clear("SMS_SoftwareUpdate"),
            Action.WAIT,
            "the site has no release of %s that is in force".formatted(ReleaseLine.UNIFIED_AGENT),
            ""));
  }

  private static Arguments row(
      Consumer<UpdateRuleResourceTest> change, Action action, String why, String command) {
    return Arguments.of(change, action, why, command);
  }

  @ParameterizedTest
  @MethodSource("standings")
  void aRuleRunsOnlyWhereWhatItDeployedProvesIt(
      Consumer<UpdateRuleResourceTest> change, Action action, String why, String command) {
    change.accept(this);
    Proposal.Proposed proposed = proposed();
    assertThat(proposed.summary()).isEqualTo(why);
    assertThat(proposed.action()).isEqualTo(action);
    assertThat(proposed.step().map(step -> step.powershell()).orElse("")).isEqualTo(command);
  }

  @Test
  void aPersonMakesARuleThatIsNotThere() {
    site.clear("SMS_AutoDeployment");
    site.clear("SMS_AuthorizationList");
    Proposal.Proposed proposed = proposed("Endpoint - KB5005292");
    assertThat(proposed.action()).isEqualTo(Action.MANUAL);
    assertThat(proposed.summary())
        .isEqualTo("no automatic deployment rule keeps \"Pilot\" up to date");
    assertThat(proposed.step().orElseThrow().powershell())
        .isEqualTo(
            "New-GarrisonUpdateRule -Name 'It''s ours' -CollectionName 'Pilot' -PackageName 'MDE"
                + " package' -DeadlineDays 3 -Title 'Endpoint - KB5005292' -EnableDeployment");
    assertThat(proposed.notes())
        .containsExactly(
            "its deployments are enabled; without -EnableDeployment, you enable each one");
  }

  @Test
  void deploymentsAreNotEnabledWhereTitlesDoNotProveWhatTheRuleTakes() {
    site.clear("SMS_AutoDeployment");
    site.clear("SMS_AuthorizationList");
    release(3, TITLE.formatted("10.2.0.0") + " - Beta Channel");
    release(4, "Aktualisierung KB5005292");
    Proposal.Proposed proposed = proposed();
    assertThat(proposed.step().orElseThrow().powershell())
        .isEqualTo(
            "New-GarrisonUpdateRule -Name 'It''s ours' -CollectionName 'Pilot' -PackageName 'MDE"
                + " package' -DeadlineDays 3");
    assertThat(proposed.notes())
        .containsExactly(
            "its deployments are created disabled: remove unwanted updates from the software update group before you enable a deployment",
            "the rule selects every channel of KB5005292, because \"releases\" names a family without a channel",
            "the rule selects updates that \"releases\" doesn't name: Beta Channel of "
                + ReleaseLine.UNIFIED_AGENT.family(),
            "1 title on the site doesn't state family and version");
    assertThat(proposed("Nothing like it").notes())
        .contains("no title on the site shows that the rule selects " + ReleaseLine.UNIFIED_AGENT);
  }

  @Test
  void aRingWhoseCollectionIsNotShownIsBlocked() {
    site.clear("SMS_Collection");
    assertThat(propose())
        .isEqualTo(
            Proposal.Proposed.waiting(
                "the site shows no device collection \"Pilot\"",
                Optional.of(
                    new Blockage(
                        "the site shows no device collection \"Pilot\"",
                        "Correct \"softwareUpdatePoint.collection\" of ring \"pilot\" in the manifest, or create the collection. \"garrison probe\" suggests the nearest name."))));
  }

  private Proposal product() {
    UpdateProductResource resource =
        new UpdateProductResource(stock(), "PS1", () -> Instant.parse("2026-11-24T21:00:00Z"));
    Wanted<UpdateProduct> wanted =
        Wanted.present(UpdateProduct.address(), UpdateProduct.subscribed());
    Observation<UpdateProduct> seen =
        resource.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(wanted.address());
    return resource.propose(wanted, seen);
  }

  @Test
  void aProductIsWellOnlyWhereThePointSynchronises() {
    assertThat(product())
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "synchronized by the software update point"));
    site.clear("SMS_SUPSyncStatus");
    assertThat(product())
        .isEqualTo(
            new Proposal.Proposed(
                Action.WAIT, "the site doesn't show how its software update point synchronizes"));
  }

  @Test
  void aPersonSubscribesTheProduct() {
    product.put("IsSubscribed", false);
    assertThat(((Proposal.Proposed) product()).step().orElseThrow().powershell())
        .isEqualTo(
            "Set-CMSoftwareUpdatePointComponent -SiteCode 'PS1' -AddProduct 'Microsoft Defender for"
                + " Endpoint'");
    product.put("LocalizedCategoryInstanceName", "Another");
    assertThat(((Proposal.Proposed) product()).summary())
        .isEqualTo(
            "the site doesn't know the product yet: let its software update point synchronize once");
  }
}
