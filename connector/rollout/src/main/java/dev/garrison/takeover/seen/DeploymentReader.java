package dev.garrison.takeover.seen;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import java.util.ArrayList;
import java.util.List;

/** Reads the deployments of both routes, with one request each. */
final class DeploymentReader {
  private static final ODataQuery APPLICATIONS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select(
              "AssignmentName",
              "AssignmentDescription",
              "AssignedCI_UniqueID",
              "TargetCollectionID",
              "StartTime",
              "EnforcementDeadline",
              "UseGMTTimes",
              "OfferTypeID");
  private static final String POLICY_DEPLOYMENT = "SMS_ConfigurationPolicyAssignment";
  private static final ODataQuery POLICIES =
      ODataQuery.of(POLICY_DEPLOYMENT)
          .keys("AssignmentID")
          .select(
              "AssignmentName",
              "AssignmentDescription",
              "AssignedCI_UniqueID",
              "TargetCollectionID",
              "StartTime",
              "EnforcementDeadline",
              "UseGMTTimes");
  private static final long REQUIRED = 0;

  private final AdminService site;

  DeploymentReader(AdminService site) {
    this.site = site;
  }

  List<SeenDeployment> read() {
    List<SeenDeployment> deployments = new ArrayList<>();
    site.query(
        APPLICATIONS,
        node -> {
          Row row = new Row(node);
          deployments.add(
              seen(
                  ApplicationDeployment.KIND,
                  row,
                  row.number("OfferTypeID", REQUIRED) == REQUIRED));
        });
    if (site.capabilities().offers(POLICY_DEPLOYMENT)) {
      site.query(
          POLICIES, node -> deployments.add(seen(PolicyDeployment.KIND, new Row(node), true)));
    }
    return List.copyOf(deployments);
  }

  private static SeenDeployment seen(String kind, Row row, boolean required) {
    String uniqueId = row.text("AssignedCI_UniqueID");
    int revision = uniqueId.lastIndexOf('/');
    return new SeenDeployment(
        kind,
        row.text("AssignmentName"),
        row.text("AssignmentDescription"),
        revision < 0 ? uniqueId : uniqueId.substring(0, revision),
        row.textKey("TargetCollectionID"),
        required,
        !row.flag("UseGMTTimes"),
        row.time("StartTime"),
        row.time("EnforcementDeadline"));
  }
}
