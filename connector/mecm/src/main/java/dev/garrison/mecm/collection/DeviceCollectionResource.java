package dev.garrison.mecm.collection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
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
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Device collections over the administration service (class SMS_Collection). Rules are lazy, so
 * each managed collection costs one keyed read; everything else is one list read. Builds before
 * 2111 offer no {@code AddMembershipRule}; there rules go into the body of the creation, which
 * rests on an inference and is read back, and changing them later is a manual step.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/collections/sms_collection-server-wmi-class">SMS_Collection</a>
 */
public final class DeviceCollectionResource
    implements OfferedResource<DeviceCollection>, Markable<DeviceCollection> {
  private static final String CLASS = "SMS_Collection";
  private static final String REFRESH = "RequestRefresh";
  private static final int DEVICES = 2;

  private static final ODataQuery ALL =
      ODataQuery.of(CLASS)
          .keys("CollectionID")
          .select(
              "Name",
              "Comment",
              "LimitToCollectionID",
              "LimitToCollectionName",
              "ServiceWindowsCount");

  /** Site properties and methods that a change of a collection needs. */
  private static final Needs NEEDS =
      Needs.NONE
          .writing(CLASS, "Name", "Comment", "CollectionType", "LimitToCollectionID", "RefreshType")
          .calling(CLASS, REFRESH, Action.CREATE, Action.UPDATE);

  private final AdminService site;
  private final Json json;
  private final Mark mark;
  private final CollectionUses uses;

  public DeviceCollectionResource(AdminService site, Json json, Mark mark) {
    this.site = site;
    this.json = json;
    this.mark = mark;
    this.uses = new CollectionUses(site, mark);
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(ALL, CollectionUses.DEPLOYMENTS, CollectionUses.SUMMARIES)
        .with(CLASS, "CollectionType", "CollectionRules", "RefreshType")
        .calling(CLASS, REFRESH)
        .with("SMS_CollectionRuleQuery", "RuleName", "QueryExpression")
        .with("SMS_CollectionRuleIncludeCollection", "RuleName", "IncludeCollectionID")
        .with("SMS_CollectionRuleExcludeCollection", "RuleName", "ExcludeCollectionID")
        .with("SMS_CollectionRuleDirect", "RuleName", "ResourceClassName", "ResourceID")
        .optional(
            CLASS + ".AddMembershipRule", Text.of("device-collection.rules-at-creation").toString())
        .optional(
            CLASS + ".DeleteMembershipRule", Text.of("device-collection.rule-removal").toString());
  }

  @Override
  public Kind<DeviceCollection> kind() {
    return new Kind<>(
        DeviceCollection.KIND,
        RecordedDeviceCollection.FORM,
        new Rollback(
            Text.of("device-collection.undo-created").toString(),
            Text.of("device-collection.undo-changed").toString(),
            Text.of("device-collection.undo-deleted").toString()));
  }

  /** Every collection that it names; those that are not managed only have to exist. */
  @Override
  public Set<Address> references(DeviceCollection desired) {
    return Stream.of(Set.of(desired.limitedTo()), desired.includes(), desired.excludes())
        .flatMap(Set::stream)
        .map(DeviceCollection::address)
        .collect(Collectors.toSet());
  }

  @Override
  public Observations<DeviceCollection> observe(
      List<Wanted<DeviceCollection>> wanted, Resolved ids, Scope scope) {
    CollectionNames names = names();
    Map<Address, Observation<DeviceCollection>> seen = new LinkedHashMap<>();
    for (Wanted<DeviceCollection> each : wanted) {
      boolean leaves = each.desired() instanceof Desired.Absent<DeviceCollection>;
      seen.put(each.address(), observe(names.named(each.address().name()), names, leaves));
    }
    Map<Address, Observation.Found<DeviceCollection>> orphans = new LinkedHashMap<>();
    if (scope == Scope.WANTED_AND_ORPHANS) {
      for (Row row : names.all()) {
        Address address = DeviceCollection.address(row.text("Name"));
        if (mark.ownerOf(row.text("Comment")) instanceof Owner.Ours && !seen.containsKey(address)) {
          orphans.put(address, found(row, names, uses.deployments(row.textKey("CollectionID"))));
        }
      }
    }
    return new Observations<>(seen, orphans);
  }

  private CollectionNames names() {
    CollectionNames names = new CollectionNames();
    site.query(
        ALL.where(ODataFilter.equal("CollectionType", DEVICES)), row -> names.add(new Row(row)));
    return names;
  }

  /**
   * @param leaves whether the collection might be deleted, so that its uses count
   */
  private Observation<DeviceCollection> observe(
      List<Row> rows, CollectionNames names, boolean leaves) {
    return switch (rows.size()) {
      case 0 -> new Observation.Missing<>();
      case 1 -> {
        Row row = rows.getFirst();
        List<String> deployments =
            leaves ? uses.deployments(row.textKey("CollectionID")) : List.of();
        yield found(row, names, deployments);
      }
      default ->
          new Observation.Ambiguous<>(
              rows.stream().map(row -> row.textKey("CollectionID")).toList());
    };
  }

  private Observation.Found<DeviceCollection> found(
      Row row, CollectionNames names, List<String> deployments) {
    String id = row.textKey("CollectionID");
    // Between the list and the keyed read it may have been deleted: then it simply has no rules any
    // more.
    Row whole = site.get(CLASS, ObjectKey.of(id)).map(Row::new).orElse(row);
    CollectionRules.Read rules =
        new CollectionRules(json, names).read(whole.rows("CollectionRules"));
    DeviceCollection state =
        new DeviceCollection(
            row.text("Name"),
            row.text("Comment"),
            names.nameOf(row.text("LimitToCollectionID")),
            rules.queries(),
            rules.includes(),
            rules.excludes(),
            rules.members(),
            (int) whole.number("RefreshType", 0));
    String hung =
        Stream.of(rules.foreign(), uses.listed(row, names), deployments)
            .flatMap(List::stream)
            .sorted()
            .collect(Collectors.joining("\n"));
    return new Observation.Found<>(state, mark.ownerOf(row.text("Comment")), id, hung);
  }

  @Override
  public Proposal propose(Wanted<DeviceCollection> wanted, Observation<DeviceCollection> seen) {
    Proposal proposal = StandardProposal.of(wanted, seen, summary(wanted));
    if (!(proposal instanceof Proposal.Proposed proposed)
        || !(seen instanceof Observation.Found<DeviceCollection> found)) {
      return proposal;
    }
    if (proposed.action() == Action.DELETE && !found.unmodelled().isEmpty()) {
      return new Proposal.Refused(
          Diagnostic.error(
              CollectionCode.COLLECTION_IN_USE,
              Message.of(
                  "device-collection.in-use",
                  "object",
                  wanted.address(),
                  "uses",
                  found.unmodelled().lines().toList())));
    }
    if (proposed.action() == Action.UPDATE
        && wanted.desired() instanceof Desired.Present<DeviceCollection>(DeviceCollection state)
        && !RuleChanges.methods(found.state(), state).stream().allMatch(this::offers)) {
      return byHand(found, state, proposed);
    }
    List<String> foreign =
        found.unmodelled().lines().filter(use -> use.startsWith("rule ")).toList();
    return foreign.isEmpty()
        ? proposed
        : proposed.withNotes(
            List.of(Text.of("device-collection.foreign-rules", "rules", foreign).toString()));
  }

  private boolean canChangeRules() {
    return offers("AddMembershipRule");
  }

  private boolean offers(String method) {
    return site.capabilities().offers(CLASS + "." + method);
  }

  private static Proposal byHand(
      Observation.Found<DeviceCollection> found,
      DeviceCollection state,
      Proposal.Proposed proposed) {
    RuleSteps steps = RuleSteps.between(found.id(), found.state(), state);
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of("device-collection.no-rule-method", "steps", steps.inTurn()).toString(),
        proposed.differences(),
        List.of(),
        Optional.of(steps.manual(state.name())));
  }

  private static String summary(Wanted<DeviceCollection> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<DeviceCollection>(DeviceCollection state) ->
          Text.of("device-collection.limited", "collection", state.limitedTo()).toString();
      case Desired.Absent<DeviceCollection>(String reason) -> reason;
    };
  }

  @Override
  public DeviceCollection marked(DeviceCollection state, Mark ours) {
    return state.withComment(ours.after(state.comment()));
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<DeviceCollection> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<DeviceCollection> change, Resolved ids, Progress progress) {
    return switch (change.action()) {
      case CREATE -> create(change.state());
      case UPDATE -> update(change.found(), change.state());
      case DELETE -> {
        site.delete(CLASS, ObjectKey.of(change.found().id()));
        yield new Outcome.Done();
      }
      case REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "collections are never carried out as " + change.action());
    };
  }

  private Outcome create(DeviceCollection state) {
    CollectionNames names = names();
    CollectionRules rules = new CollectionRules(json, names);
    ObjectNode body = body(state, names);
    if (!canChangeRules()) {
      ArrayNode all = json.array();
      rules.all(state).forEach(all::add);
      body.set("CollectionRules", all);
      refresh(new Row(site.create(CLASS, body)).textKey("CollectionID"));
      return new Outcome.Done();
    }
    String id = new Row(site.create(CLASS, body)).textKey("CollectionID");
    for (ObjectNode rule : rules.all(state)) {
      site.invoke(CLASS, ObjectKey.of(id), "AddMembershipRule", rules.argument(rule));
    }
    refresh(id);
    return new Outcome.Done();
  }

  private Outcome update(Observation.Found<DeviceCollection> found, DeviceCollection state) {
    CollectionNames names = names();
    CollectionRules rules = new CollectionRules(json, names);
    ObjectKey key = ObjectKey.of(found.id());
    RuleChanges changes = RuleChanges.between(found.state(), state, rules);
    DeviceCollection apartFromRules = state.withRulesOf(found.state());
    Optional<ObjectNode> body =
        Optional.of(apartFromRules)
            .filter(wanted -> !wanted.equals(found.state()))
            .map(wanted -> body(wanted, names).put("CollectionID", found.id()));
    call(key, changes.protecting(), rules);
    body.ifPresent(changed -> site.put(CLASS, key, changed));
    call(key, changes.rest(), rules);
    refresh(found.id());
    return new Outcome.Done();
  }

  private void call(ObjectKey key, List<RuleChanges.Call> calls, CollectionRules rules) {
    calls.forEach(call -> site.invoke(CLASS, key, call.method(), rules.argument(call.rule())));
  }

  private ObjectNode body(DeviceCollection state, CollectionNames names) {
    return json.object()
        .put("Name", state.name())
        .put("Comment", state.comment())
        .put("CollectionType", DEVICES)
        .put("LimitToCollectionID", names.id(state.limitedTo()))
        .put("RefreshType", state.refreshType());
  }

  private void refresh(String id) {
    site.invoke(CLASS, ObjectKey.of(id), REFRESH, json.object());
  }
}
