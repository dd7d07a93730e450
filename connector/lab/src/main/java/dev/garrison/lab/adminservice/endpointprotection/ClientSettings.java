package dev.garrison.lab.adminservice.endpointprotection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Client settings, which are read-only in the lab. No public source shows a write over the
 * AdminService. From version 2207 on, the Endpoint Protection part has one more property; its real
 * name is not public, so the lab uses a name of its own.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "Configuration Manager PowerShell 2207 release notes",
    says =
        "From build 9088 on the Endpoint Protection part has one more property; the lab calls it DefenderAgent, its real name is not public.")
final class ClientSettings {
  private static final int AGENT_SETTING_SINCE = 9088;
  private static final long FIRST_CUSTOM = 16777217L;
  private static final int ALL_SIGNED = 0;
  private static final int BYPASS = 1;

  private final SiteContext site;
  private final boolean signedScripts;
  private final Instant made;
  private final Map<Long, AgentSetting> settings = new TreeMap<>();

  /**
   * Creates an object without settings.
   *
   * @param signedScripts whether clients run signed scripts only
   */
  ClientSettings(SiteContext site, boolean signedScripts) {
    this.site = site;
    this.signedScripts = signedScripts;
    this.made = site.timeline().now();
  }

  /** Adds a setting, as an administrator does in the console. */
  long add(AgentSetting setting) {
    long id = FIRST_CUSTOM + settings.size();
    settings.put(id, setting);
    return id;
  }

  /** Changes the setting of the same name, as an administrator does in the console. */
  void change(AgentSetting setting) {
    long id =
        settings.entrySet().stream()
            .filter(entry -> entry.getValue().name().equals(setting.name()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no setting " + setting.name()));
    settings.put(id, setting);
  }

  Optional<AgentSetting> find(long id) {
    return Optional.ofNullable(settings.get(id));
  }

  Stream<ObjectNode> rows(Map<Long, Long> assignments) {
    return settings.entrySet().stream()
        .map(entry ->
            row(entry.getKey(), entry.getValue(), assignments.getOrDefault(entry.getKey(), 0L)));
  }

  private ObjectNode row(long id, AgentSetting setting, long assignments) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode().add(endpointProtection(setting));
    if (id == FIRST_CUSTOM) {
      parts.add(computerAgent());
    }
    return Rows.row()
        .set("SettingsID", id)
        .set("Name", setting.name())
        .set("Description", "Settings of servers")
        .set("Type", 1)
        .set("FeatureType", 2)
        .set("Priority", setting.priority())
        .set("Enabled", true)
        .set("Flags", 0)
        .set("AssignmentCount", assignments)
        .set("UniqueID", uniqueId(id))
        .set("DateCreated", made)
        .set("DateModified", made)
        .set("AgentConfigurations", parts)
        .done();
  }

  private static String uniqueId(long id) {
    UUID uuid = UUID.nameUUIDFromBytes(("setting " + id).getBytes(StandardCharsets.UTF_8));
    return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
  }

  private ObjectNode endpointProtection(AgentSetting setting) {
    Rows row =
        Rows.row()
            .set("@odata.type", "#AdminService.SMS_EndpointProtectionAgentConfig")
            .set("AgentID", 20)
            .set("EnableEP", setting.managed())
            .set("InstallSCEPClient", setting.installs())
            .set("Remove3rdParty", setting.removes())
            .set("SuppressReboot", setting.suppressesRestart())
            .set("OverrideMaintenanceWindow", setting.anyTime())
            .set("PersistInstallation", false)
            .set("ForceRebootPeriod", 24)
            .set("InstallRetryPeriod", 24)
            .set("PolicyEnforcePeriod", 24)
            .set("LicenseAgreed", true)
            .set("EnableBlueProvider", false)
            .set("DisableFirstSignatureUpdate", false);
    return site.build() >= AGENT_SETTING_SINCE
        ? row.set("DefenderAgent", setting.agent()).done()
        : row.done();
  }

  private ObjectNode computerAgent() {
    return Rows.row()
        .set("@odata.type", "#AdminService.SMS_ConfigMgrClientAgentConfig")
        .set("AgentID", 4)
        .set("PowerShellExecutionPolicy", signedScripts ? ALL_SIGNED : BYPASS)
        .done();
  }
}
