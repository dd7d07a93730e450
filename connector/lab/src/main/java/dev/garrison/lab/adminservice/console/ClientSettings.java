package dev.garrison.lab.adminservice.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;

/**
 * Client settings, which nobody was seen to write over the AdminService: the lab lets them be read.
 * From version 2207 on there is one more property in the Endpoint Protection part; its real name is
 * not public, so the lab's is its own.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "Configuration Manager PowerShell 2207 release notes",
    says =
        "From build 9088 on the Endpoint Protection part has one more property; the lab calls it DefenderAgent, its real name is not public.")
public final class ClientSettings {
  private static final int AGENT_SETTING_SINCE = 9088;
  private static final long CUSTOM = 16777217L;
  private static final int ALL_SIGNED = 0;
  private static final int BYPASS = 1;
  private static final Provenance SDK =
      Provenance.documented(
          "MicrosoftDocs/SCCMdocs, SMS_ClientSettings, SMS_EndpointProtectionAgentConfig and SMS_ConfigMgrClientAgentConfig");
  private final SiteContext site;
  private final boolean scepInstall;
  private final boolean signedScripts;
  private final String collectionId;
  private final String collectionName;

  /**
   * One custom setting for servers.
   *
   * @param scepInstall whether it installs System Center Endpoint Protection
   * @param signedScripts whether clients run signed scripts only
   */
  public ClientSettings(
      SiteContext site,
      boolean scepInstall,
      boolean signedScripts,
      String collectionId,
      String collectionName) {
    this.site = site;
    this.scepInstall = scepInstall;
    this.signedScripts = signedScripts;
    this.collectionId = collectionId;
    this.collectionName = collectionName;
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    return List.of(
        FixedRows.of("SMS_ClientSettings", SDK, List.of(setting())),
        FixedRows.of("SMS_ClientSettingsAssignment", SDK, List.of(assignment())));
  }

  private ObjectNode setting() {
    return Rows.row()
        .set("SettingsID", CUSTOM)
        .set("Name", "Servers")
        .set("Description", "Settings of all servers")
        .set("Type", 1)
        .set("FeatureType", 2)
        .set("Priority", 3)
        .set("Enabled", true)
        .set("Flags", 0)
        .set("AssignmentCount", 1)
        .set("UniqueID", "{6D1F2C1E-64B0-4C0B-9E0C-1A7D6D2C9B11}")
        .set("DateCreated", site.timeline().now())
        .set("DateModified", site.timeline().now())
        .set(
            "AgentConfigurations",
            JsonNodeFactory.instance.arrayNode().add(endpointProtection()).add(computerAgent()))
        .done();
  }

  private ObjectNode endpointProtection() {
    Rows row =
        Rows.row()
            .set("@odata.type", "#AdminService.SMS_EndpointProtectionAgentConfig")
            .set("AgentID", 20)
            .set("EnableEP", scepInstall)
            .set("InstallSCEPClient", scepInstall)
            .set("Remove3rdParty", false)
            .set("SuppressReboot", true)
            .set("OverrideMaintenanceWindow", false)
            .set("PersistInstallation", false)
            .set("ForceRebootPeriod", 24)
            .set("InstallRetryPeriod", 24)
            .set("PolicyEnforcePeriod", 24)
            .set("LicenseAgreed", true)
            .set("EnableBlueProvider", false)
            .set("DisableFirstSignatureUpdate", false);
    return site.build() >= AGENT_SETTING_SINCE ? row.set("DefenderAgent", 0).done() : row.done();
  }

  private ObjectNode computerAgent() {
    return Rows.row()
        .set("@odata.type", "#AdminService.SMS_ConfigMgrClientAgentConfig")
        .set("AgentID", 4)
        .set("PowerShellExecutionPolicy", signedScripts ? ALL_SIGNED : BYPASS)
        .done();
  }

  private ObjectNode assignment() {
    return Rows.row()
        .set("ClientSettingsID", CUSTOM)
        .set("CollectionID", collectionId)
        .set("CollectionName", collectionName)
        .set("CreationTime", site.timeline().now())
        .set("UniqueID", "{6D1F2C1E-64B0-4C0B-9E0C-1A7D6D2C9B12}")
        .done();
  }
}
