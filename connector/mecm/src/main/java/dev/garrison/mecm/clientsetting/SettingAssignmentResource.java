package dev.garrison.mecm.clientsetting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns a client setting to a managed collection (class SMS_ClientSettingsAssignment). Settings
 * without an Endpoint Protection part belong to others and are not changed. That an assignment can
 * be created over the AdminService is inferred, so it is read back.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/config/sms_clientsettingsassignment-server-wmi-class">SMS_ClientSettingsAssignment</a>
 */
public final class SettingAssignmentResource implements OfferedResource<SettingAssignment> {
  private static final String CLASS = "SMS_ClientSettingsAssignment";
  private static final String SETTING_KEY = "ClientSettingsID";
  private static final String COLLECTION_KEY = "CollectionID";

  /** Query that reads the assignments. */
  public static final ODataQuery ASSIGNMENTS =
      ODataQuery.of(CLASS).keys(SETTING_KEY, COLLECTION_KEY);

  /** Site properties and methods that a change of an assignment needs. */
  private static final Needs NEEDS = Needs.NONE.writing(CLASS, SETTING_KEY, COLLECTION_KEY);

  private final AdminService site;
  private final Json json;
  private final String collectionKind;

  /**
   * @param collectionKind the kind of the addresses that an assignment refers to
   */
  public SettingAssignmentResource(AdminService site, Json json, String collectionKind) {
    this.site = site;
    this.json = json;
    this.collectionKind = collectionKind;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(DeviceSetting.QUERY, ASSIGNMENTS);
  }

  @Override
  public Kind<SettingAssignment> kind() {
    return new Kind<>(
        SettingAssignment.KIND,
        RecordedSettingAssignment.FORM,
        new Rollback(
            Text.of("client-setting.undo-created").toString(),
            Text.of("client-setting.undo-changed").toString(),
            Text.of("client-setting.undo-deleted").toString()));
  }

  @Override
  public Set<Address> references(SettingAssignment desired) {
    return Set.of(
        new Address(collectionKind, desired.collection()), AgentSetting.address(desired.setting()));
  }

  @Override
  public Observations<SettingAssignment> observe(
      List<Wanted<SettingAssignment>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<SettingAssignment>> seen = new LinkedHashMap<>();
    Map<String, Address> collections = new HashMap<>();
    for (Wanted<SettingAssignment> each : wanted) {
      seen.put(each.address(), new Observation.Missing<>());
      ids.id(new Address(collectionKind, each.address().name()))
          .ifPresent(id -> collections.put(id, each.address()));
    }
    if (!collections.isEmpty()) {
      Map<String, List<DeviceSetting>> assigned = assigned(collections.keySet());
      collections.forEach((id, address) -> {
        List<DeviceSetting> settings = assigned.getOrDefault(id, List.of());
        if (!settings.isEmpty()) {
          seen.put(address, observation(address, settings));
        }
      });
    }
    return new Observations<>(seen);
  }

  /** The Endpoint Protection settings of each collection that has some. */
  private Map<String, List<DeviceSetting>> assigned(Set<String> collections) {
    Map<Long, DeviceSetting> settings =
        DeviceSetting.all(site).stream()
            .filter(setting -> setting.endpointProtection().isPresent())
            .collect(Collectors.toMap(DeviceSetting::id, setting -> setting));
    Map<String, List<DeviceSetting>> assigned = new HashMap<>();
    site.query(
        ASSIGNMENTS,
        node -> {
          Row row = new Row(node);
          DeviceSetting setting = settings.get(row.numberKey(SETTING_KEY));
          if (setting != null && collections.contains(row.textKey(COLLECTION_KEY))) {
            assigned
                .computeIfAbsent(row.textKey(COLLECTION_KEY), _ -> new ArrayList<>())
                .add(setting);
          }
        });
    return assigned;
  }

  private static Observation<SettingAssignment> observation(
      Address address, List<DeviceSetting> settings) {
    return settings.size() == 1
        ? new Observation.Found<>(
            new SettingAssignment(address.name(), settings.getFirst().name()),
            new Owner.Ours(),
            String.valueOf(settings.getFirst().id()),
            "")
        : new Observation.Ambiguous<>(
            settings.stream().map(setting -> "\"" + setting.name() + "\"").toList());
  }

  @Override
  public Proposal propose(Wanted<SettingAssignment> wanted, Observation<SettingAssignment> seen) {
    Proposal proposal =
        StandardProposal.of(wanted, seen, Text.of("client-setting.assignment").toString());
    return proposal instanceof Proposal.Proposed proposed && proposed.action() == Action.UPDATE
        ? new Proposal.Proposed(Action.REPLACE, proposed.summary(), proposed.differences())
        : proposal;
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<SettingAssignment> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<SettingAssignment> change, Resolved ids, Progress progress) {
    String collection = collectionId(change.wanted().address(), ids);
    switch (change.action()) {
      case CREATE -> site.create(CLASS, body(change.state(), collection, ids));
      case DELETE -> site.delete(CLASS, key(change.found().id(), collection));
      case REPLACE -> {
        ObjectNode body = body(change.state(), collection, ids);
        site.delete(CLASS, key(change.found().id(), collection));
        site.create(CLASS, body);
      }
      case NO_OP, WAIT, MANUAL, UPDATE ->
          throw new IllegalStateException(
              "assignments are never carried out as " + change.action());
    }
    return new Outcome.Done();
  }

  private ObjectNode body(SettingAssignment state, String collection, Resolved ids) {
    String setting =
        ids.id(AgentSetting.address(state.setting()))
            .orElseThrow(
                () -> missing(Message.of("client-setting.missing", "name", state.setting())));
    return json.object().put(SETTING_KEY, Long.parseLong(setting)).put(COLLECTION_KEY, collection);
  }

  private static ObjectKey key(String setting, String collection) {
    LinkedHashMap<String, Object> parts = new LinkedHashMap<>();
    parts.put(SETTING_KEY, Long.valueOf(setting));
    parts.put(COLLECTION_KEY, collection);
    return ObjectKey.of(parts);
  }

  private String collectionId(Address address, Resolved ids) {
    return ids.id(new Address(collectionKind, address.name()))
        .orElseThrow(
            () -> missing(Message.of("client-setting.collection-missing", "name", address.name())));
  }

  private static RefusalException missing(Message message) {
    return new RefusalException(Diagnostic.error(ClientSettingCode.SETTING_MISSING, message));
  }
}
