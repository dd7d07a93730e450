package dev.garrison.lab.adminservice.endpointprotection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Microsoft Defender ATP policies (SMS_ConfigurationPolicy). An administrator creates them in the
 * console from the portal's file. The format of their digest is not public, so the lab shows none.
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "paulwetter/DocumentConfigMgrCB, DocumentCMCB.ps1",
    says =
        "An onboarding policy is recognized by the category"
            + " SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings.")
final class OnboardingPolicies {
  private static final long FIRST_ID = 16780300L;
  private static final String CATEGORY = "SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings";

  private final SiteContext site;
  private final Instant made;
  private final Map<Long, Policy> policies = new TreeMap<>();

  /**
   * An onboarding policy.
   *
   * @param orgId the organization to which it makes sensors report; no caller can see it
   */
  record Policy(String name, String orgId) {}

  OnboardingPolicies(SiteContext site) {
    this.site = site;
    this.made = site.timeline().now();
  }

  void add(String name, String orgId) {
    policies.put(FIRST_ID + policies.size(), new Policy(name, orgId));
  }

  Optional<Policy> find(long ciId) {
    return Optional.ofNullable(policies.get(ciId));
  }

  String uniqueId(long ciId) {
    return site.scopeId() + "/ConfigurationPolicy_" + ciId;
  }

  ProviderClass provider() {
    return new FixedRows(
        "SMS_ConfigurationPolicy",
        Provenance.documented("MicrosoftDocs/SCCMdocs, SMS_ConfigurationPolicy server WMI class"),
        () -> policies.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())));
  }

  private ObjectNode row(long ciId, Policy policy) {
    return Rows.row()
        .set("CI_ID", ciId)
        .set("CI_UniqueID", uniqueId(ciId) + "/1")
        .set("CIType_ID", 40)
        .set("CIVersion", 1)
        .set("ModelName", uniqueId(ciId))
        .set("LocalizedDisplayName", policy.name())
        .set("LocalizedDescription", "")
        .set("CategoryInstance_UniqueIDs", List.of(CATEGORY))
        .set("IsLatest", true)
        .set("IsEnabled", true)
        .set("IsExpired", false)
        .set("IsHidden", false)
        .set("IsSuperseded", false)
        .set("IsBroken", false)
        .set("DateCreated", made)
        .set("DateLastModified", made)
        .set("CreatedBy", site.user())
        .set("LastModifiedBy", site.user())
        .set("SourceSite", site.code())
        .done();
  }
}
