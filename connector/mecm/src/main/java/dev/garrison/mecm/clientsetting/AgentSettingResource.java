package dev.garrison.mecm.clientsetting;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks the client setting that installs the agent. That embedded objects of SMS_ClientSettings
 * can be written is not documented anywhere, and the name of its agent property is not public; so
 * the administrator creates the setting. Garrison only checks its other values, which agent it
 * installs, and whether another setting has a higher priority.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">Microsoft
 *     Defender for Endpoint in Configuration Manager</a>
 */
public final class AgentSettingResource implements ResourceType<AgentSetting> {
  private final AdminService site;
  private final OptionalLong agent;

  /**
   * @param agent the number that means "MDE Client (recommended)", as the administrator read it
   *     from a setting made in the console
   */
  public AgentSettingResource(AdminService site, OptionalLong agent) {
    this.site = site;
    this.agent = agent;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(DeviceSetting.QUERY, SettingAssignmentResource.ASSIGNMENTS);
  }

  @Override
  public Kind<AgentSetting> kind() {
    return new Kind<>(
        AgentSetting.KIND,
        RecordedAgentSetting.FORM,
        Rollback.always(Text.of("managed-object.settings-manual").toString()));
  }

  @Override
  public Observations<AgentSetting> observe(
      List<Wanted<AgentSetting>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<AgentSetting>> seen = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return new Observations<>(seen);
    }
    List<DeviceSetting> all = DeviceSetting.all(site);
    for (Wanted<AgentSetting> each : wanted) {
      List<DeviceSetting> named =
          all.stream()
              .filter(setting -> setting.name().equalsIgnoreCase(each.address().name()))
              .toList();
      seen.put(each.address(), observation(named, all));
    }
    return new Observations<>(seen);
  }

  private Observation<AgentSetting> observation(
      List<DeviceSetting> named, List<DeviceSetting> all) {
    if (named.isEmpty()) {
      return new Observation.Missing<>();
    }
    if (named.size() > 1) {
      return new Observation.Ambiguous<>(
          named.stream().map(setting -> "SettingsID " + setting.id()).toList());
    }
    DeviceSetting setting = named.getFirst();
    Optional<Row> part = setting.endpointProtection();
    if (part.isEmpty()) {
      return new Observation.Unreadable<>(Text.of("client-setting.no-part").toString());
    }
    List<AgentProperty> candidates = candidates(part.get());
    if (candidates.size() > 1) {
      return new Observation.Unreadable<>(unclear(candidates));
    }
    return new Observation.Found<>(
        new AgentSetting(setting.name(), values(part.get(), candidates)),
        new Owner.Ours(),
        String.valueOf(setting.id()),
        String.join("\n", outranking(setting, all)));
  }

  /** Properties that may select the agent. Of several, the number in the manifest decides. */
  private List<AgentProperty> candidates(Row part) {
    List<AgentProperty> all = AgentProperty.in(part);
    List<AgentProperty> stated =
        all.stream()
            .filter(each -> agent.isPresent() && agent.getAsLong() == each.value())
            .toList();
    return all.size() > 1 && stated.size() == 1 ? stated : all;
  }

  private static String unclear(List<AgentProperty> candidates) {
    return Text.of("client-setting.unclear", "properties", candidates).toString();
  }

  private static SortedMap<String, String> values(Row part, List<AgentProperty> properties) {
    SortedMap<String, String> values = new TreeMap<>();
    AgentSetting.careful("")
        .values()
        .keySet()
        .forEach(name -> values.put(name, String.valueOf(part.flag(name))));
    values.put(AgentSetting.INSTALLS_SCEP, String.valueOf(part.flag(AgentSetting.INSTALLS_SCEP)));
    properties.forEach(property -> values.put(property.name(), String.valueOf(property.value())));
    return values;
  }

  /**
   * Other settings for Endpoint Protection that take precedence if both are assigned, one a line.
   */
  private List<String> outranking(DeviceSetting setting, List<DeviceSetting> all) {
    Map<Long, String> better =
        all.stream()
            .filter(other -> other.id() != setting.id() && other.enabled())
            .filter(other -> other.priority() < setting.priority())
            .filter(other -> other.endpointProtection().isPresent())
            .collect(Collectors.toMap(DeviceSetting::id, DeviceSetting::name));
    List<String> lines = new ArrayList<>();
    if (!better.isEmpty()) {
      site.query(
          SettingAssignmentResource.ASSIGNMENTS,
          node -> {
            Row row = new Row(node);
            String name = better.get(row.numberKey("ClientSettingsID"));
            if (name != null) {
              lines.add(row.textKey("CollectionID") + " " + name);
            }
          });
    }
    return lines.stream().sorted().toList();
  }

  @Override
  public Proposal propose(Wanted<AgentSetting> wanted, Observation<AgentSetting> seen) {
    if (!(wanted.desired() instanceof Desired.Present<AgentSetting>(AgentSetting state))) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("managed-object.manual-only").toString());
    }
    return switch (seen) {
      case Observation.Missing<AgentSetting> _ -> byHand(state);
      case Observation.Found<AgentSetting> found -> judged(state, found);
      case Observation.Ambiguous<AgentSetting> _, Observation.Unreadable<AgentSetting> _ ->
          StandardProposal.of(wanted, seen, "");
    };
  }

  private static Proposal byHand(AgentSetting state) {
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of("client-setting.manual").toString(),
        Facts.between(Facts.none(), Facts.of(state)),
        List.of(),
        Optional.of(
            new ManualStep(
                Text.of("client-setting.step").toString(),
                "New-GarrisonClientSetting -Name '%s'"
                    .formatted(state.name().replace("'", "''")))));
  }

  private Proposal judged(AgentSetting state, Observation.Found<AgentSetting> found) {
    List<Text> deviations =
        Facts.between(Facts.of(found.state()), Facts.of(state)).stream()
            .filter(difference -> difference.after().isPresent())
            .filter(difference -> difference.path().startsWith("values["))
            .map(AgentSettingResource::words)
            .toList();
    if (!deviations.isEmpty()) {
      return refused(
          ClientSettingCode.AGENT_SETTING_WRONG,
          Message.of("client-setting.deviates", "name", state.name(), "values", deviations));
    }
    Optional<AgentProperty> seen = property(found.state());
    if (seen.isEmpty()) {
      return ranked(found, Text.of("client-setting.agent-unseen").toString());
    }
    AgentProperty property = seen.get();
    if (agent.isEmpty()) {
      return refused(
          ClientSettingCode.AGENT_NOT_STATED,
          Message.of(
              "client-setting.agent-not-stated",
              "name",
              state.name(),
              "property",
              property.name(),
              "value",
              String.valueOf(property.value())));
    }
    if (agent.getAsLong() != property.value()) {
      return refused(
          ClientSettingCode.AGENT_SETTING_WRONG,
          Message.of(
              "client-setting.agent-differs",
              "name",
              state.name(),
              "property",
              property.name(),
              "value",
              String.valueOf(property.value()),
              "expected",
              String.valueOf(agent.getAsLong())));
    }
    return ranked(found, Text.of("client-setting.installs", "property", property).toString());
  }

  private static Text words(Difference difference) {
    String name = difference.path().substring("values[".length(), difference.path().length() - 1);
    return Text.of(
        "client-setting.deviation",
        "name",
        name,
        "found",
        difference
            .before()
            .map(Text::verbatim)
            .orElseGet(() -> Text.of("client-setting.value-unset")),
        "expected",
        difference.after().orElse(""));
  }

  private static Optional<AgentProperty> property(AgentSetting seen) {
    SortedMap<String, String> rest = new TreeMap<>(seen.values());
    rest.keySet().removeAll(AgentSetting.careful("").values().keySet());
    rest.remove(AgentSetting.INSTALLS_SCEP);
    return rest.entrySet().stream()
        .findFirst()
        .map(entry -> new AgentProperty(entry.getKey(), Long.parseLong(entry.getValue())));
  }

  /** A setting for all systems takes precedence on every server; one for another collection may. */
  private static Proposal ranked(Observation.Found<AgentSetting> found, String summary) {
    List<String> notes = new ArrayList<>();
    notes.add(scep(found.state()));
    for (String line : found.unmodelled().lines().toList()) {
      String collection = line.substring(0, line.indexOf(' '));
      String name = line.substring(line.indexOf(' ') + 1);
      if (collection.equals("SMS00001")) {
        return refused(
            ClientSettingCode.AGENT_SETTING_OUTRANKED,
            Message.of("client-setting.outranked", "other", name, "name", found.state().name()));
      }
      notes.add(Text.of("client-setting.wins", "name", name, "collection", collection).toString());
    }
    return new Proposal.Proposed(Action.NO_OP, summary).withNotes(notes);
  }

  private static String scep(AgentSetting seen) {
    boolean installs = Boolean.parseBoolean(seen.values().get(AgentSetting.INSTALLS_SCEP));
    return installs
        ? Text.of("client-setting.scep-yes").toString()
        : Text.of("client-setting.scep-no").toString();
  }

  private static Proposal refused(ClientSettingCode code, Message message) {
    return new Proposal.Refused(Diagnostic.error(code, message));
  }
}
