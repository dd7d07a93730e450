package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.List;

/**
 * Reads the onboarding policies of a site. These are the objects of SMS_ConfigurationPolicy with
 * the category of Advanced Threat Protection. Their digest, which holds the tenant's secret, is
 * never requested.
 *
 * @see <a href="https://github.com/paulwetter/DocumentConfigMgrCB">DocumentConfigMgrCB: policies by
 *     category</a>
 */
final class PolicyRows {
  static final ODataQuery POLICIES =
      ODataQuery.of("SMS_ConfigurationPolicy")
          .keys("CI_ID")
          .select(
              "LocalizedDisplayName",
              "ModelName",
              "CategoryInstance_UniqueIDs",
              "IsLatest",
              "IsEnabled",
              "IsExpired");

  private static final String CATEGORY = "SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings";

  private PolicyRows() {}

  /**
   * A policy in its latest revision.
   *
   * @param ciId of that revision
   * @param modelName of all revisions
   * @param usable whether it is enabled and not expired
   */
  record Policy(long ciId, String modelName, String name, boolean usable) {}

  static List<Policy> all(AdminService site) {
    return site.list(POLICIES).stream()
        .map(Row::new)
        .filter(row -> row.texts("CategoryInstance_UniqueIDs").contains(CATEGORY))
        .filter(row -> row.flag("IsLatest"))
        .map(row ->
            new Policy(
                row.numberKey("CI_ID"),
                row.textKey("ModelName"),
                row.text("LocalizedDisplayName"),
                row.flag("IsEnabled") && !row.flag("IsExpired")))
        .toList();
  }
}
