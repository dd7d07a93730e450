package dev.garrison.mecm.clientsetting;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A client setting for devices. The default client settings are not among them: the AdminService
 * does not show their parts.
 *
 * @param id SettingsID
 * @param priority of several settings on a device, the one with the lowest number takes precedence
 * @param enabled whether clients get it at all
 * @param parts one for each agent that it configures; none if the site shows none
 */
public record DeviceSetting(long id, String name, long priority, boolean enabled, List<Row> parts) {
  /** Query that reads client settings. */
  public static final ODataQuery QUERY =
      ODataQuery.of("SMS_ClientSettings")
          .keys("SettingsID")
          .select("Name", "Type", "Priority", "Enabled", "AgentConfigurations");

  /** Property of the Computer Agent part that sets the execution policy for scripts. */
  public static final String SCRIPT_POLICY =
      "SMS_ConfigMgrClientAgentConfig.PowerShellExecutionPolicy";

  private static final String PARTS = "AgentConfigurations";
  private static final long USER = 2;
  private static final long ENDPOINT_PROTECTION = 20;

  /**
   * Execution policy All Signed. A public configuration module reads it in this way, in the order
   * of the console's list: All Signed, Bypass, Restricted. Microsoft's class page, older than All
   * Signed, calls 0 Bypass.
   *
   * @see <a
   *     href="https://github.com/dsccommunity/ConfigMgrCBDsc">DSC_CMClientSettingsComputerAgent</a>
   */
  private static final long ALL_SIGNED = 0;

  public DeviceSetting {
    parts = List.copyOf(parts);
  }

  /**
   * Reads all client settings for devices of a site. A list may omit the parts, as it does with
   * lazy properties, so an empty answer there proves nothing: then the setting is read by its key,
   * one request each.
   */
  public static List<DeviceSetting> all(AdminService site) {
    return site.list(QUERY).stream()
        .map(Row::new)
        .filter(setting -> setting.number("Type", 0) != USER)
        .map(setting ->
            new DeviceSetting(
                setting.numberKey("SettingsID"),
                setting.text("Name"),
                setting.number("Priority", 0),
                setting.flag("Enabled"),
                parts(site, setting)))
        .toList();
  }

  private static List<Row> parts(AdminService site, Row setting) {
    List<Row> listed = setting.rows(PARTS);
    if (!listed.isEmpty()) {
      return listed;
    }
    return site.get("SMS_ClientSettings", ObjectKey.of(setting.numberKey("SettingsID")))
        .map(node -> new Row(node).rows(PARTS))
        .orElseGet(List::of);
  }

  /** The Endpoint Protection part, if the setting has one and the site shows it. */
  Optional<Row> endpointProtection() {
    return parts.stream()
        .filter(part -> part.number("AgentID", 0) == ENDPOINT_PROTECTION)
        .findFirst();
  }

  /** Whether it turns Endpoint Protection on, as far as the site shows that part. */
  public boolean endpointProtectionOn() {
    return endpointProtection().filter(part -> part.flag("EnableEP")).isPresent();
  }

  /**
   * Undocumented numbers of its Endpoint Protection part, by property. One of them selects the
   * agent that the setting installs.
   */
  public SortedMap<String, Long> agentNumbers() {
    SortedMap<String, Long> numbers = new TreeMap<>();
    endpointProtection()
        .ifPresent(part ->
            AgentProperty.in(part)
                .forEach(property -> numbers.put(property.name(), property.value())));
    return numbers;
  }

  /**
   * Whether clients run only signed scripts of Configuration Manager. Empty if the setting does not
   * configure this, or does not show it.
   */
  public Optional<Boolean> demandsSignedScripts() {
    return parts.stream()
        .map(part -> part.number("PowerShellExecutionPolicy"))
        .flatMap(policy -> policy.isPresent() ? Stream.of(policy) : Stream.empty())
        .map(OptionalLong::getAsLong)
        .map(policy -> policy == ALL_SIGNED)
        .findFirst();
  }
}
