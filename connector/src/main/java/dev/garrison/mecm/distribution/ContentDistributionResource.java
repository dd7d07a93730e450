package dev.garrison.mecm.distribution;

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
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The distribution of an application's content to distribution point groups, through the content
 * package that the site makes some seconds after the application. No rows means not started, never
 * done.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_dpgroupdistributionstatusdetails-server-wmi-class">SMS_DPGroupDistributionStatusDetails</a>
 */
public final class ContentDistributionResource implements ResourceType<ContentDistribution> {
  private static final String GROUP = "SMS_DistributionPointGroup";
  private static final String PACKAGE = "SMS_ContentPackage";
  private static final String STATUS = "SMS_DPGroupDistributionStatusDetails";
  private static final int MOST_IN_ONE_QUERY = 50;

  private final AdminService site;
  private final Json json;
  private final GroupPhase phases;
  private final String applicationKind;

  /**
   * @param threshold percent of a group's points that are enough
   * @param applicationKind the kind of the addresses that a distribution refers to
   */
  public ContentDistributionResource(
      AdminService site, Json json, int threshold, String applicationKind) {
    this.site = site;
    this.json = json;
    this.phases = new GroupPhase(threshold);
    this.applicationKind = applicationKind;
  }

  @Override
  public String name() {
    return ContentDistribution.KIND;
  }

  @Override
  public Class<ContentDistribution> stateClass() {
    return ContentDistribution.class;
  }

  /** The recipe names the application as coming first; the state knows only its ModelName. */
  @Override
  public Set<Address> references(ContentDistribution desired) {
    return Set.of();
  }

  /** A group of distribution points as the site lists it. */
  private record Group(String id, String name, long members) {}

  /**
   * The ModelName is the application's key, so a distribution that should be gone is found too,
   * with every group that the application is on.
   */
  @Override
  public Observations<ContentDistribution> observe(
      List<Wanted<ContentDistribution>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<ContentDistribution>> seen = new LinkedHashMap<>();
    Map<Wanted<ContentDistribution>, String> modelNames = new LinkedHashMap<>();
    for (Wanted<ContentDistribution> each : wanted) {
      seen.put(each.address(), new Observation.Missing<>());
      ids.id(new Address(applicationKind, each.address().name()))
          .ifPresent(id -> modelNames.put(each, modelName(each, id)));
    }
    if (!modelNames.isEmpty()) {
      List<Group> groups = groups();
      Map<String, Map<String, List<Long>>> reports = reports(modelNames.values());
      modelNames.forEach((each, modelName) ->
          observe(each, modelName, groups, reports.getOrDefault(modelName, Map.of()))
              .ifPresent(found -> seen.put(each.address(), found)));
    }
    return new Observations<>(seen);
  }

  private static String modelName(Wanted<ContentDistribution> wanted, String applicationId) {
    return switch (wanted.desired()) {
      case Desired.Present<ContentDistribution>(ContentDistribution state) -> state.modelName();
      case Desired.Absent<ContentDistribution> _ -> applicationId;
    };
  }

  private Optional<Observation<ContentDistribution>> observe(
      Wanted<ContentDistribution> wanted,
      String modelName,
      List<Group> groups,
      Map<String, List<Long>> reports) {
    SortedMap<String, Phase> phasesByGroup = new TreeMap<>();
    for (Group group : groups) {
      List<Long> states = reports.get(group.id());
      if (states != null && concerns(wanted, group)) {
        phasesByGroup.put(group.name(), phases.of(group.members(), states));
      }
    }
    return phasesByGroup.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation.Found<>(
                new ContentDistribution(modelName, phasesByGroup),
                new Owner.Ours(),
                modelName,
                ""));
  }

  private static boolean concerns(Wanted<ContentDistribution> wanted, Group group) {
    return switch (wanted.desired()) {
      case Desired.Present<ContentDistribution>(ContentDistribution state) ->
          state.groups().containsKey(group.name());
      case Desired.Absent<ContentDistribution> _ -> true;
    };
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    site.query(
        ODataQuery.of(GROUP).keys("GroupID").select("Name", "MemberCount"),
        node -> {
          Row row = new Row(node);
          groups.add(
              new Group(row.text("GroupID"), row.text("Name"), row.number("MemberCount", 0)));
        });
    return groups;
  }

  /** MessageState of each report by application and group. */
  private Map<String, Map<String, List<Long>>> reports(Collection<String> applications) {
    List<String> modelNames = List.copyOf(applications);
    Map<String, Map<String, List<Long>>> reports = new HashMap<>();
    for (int from = 0; from < modelNames.size(); from += MOST_IN_ONE_QUERY) {
      List<String> some =
          modelNames.subList(from, Math.min(modelNames.size(), from + MOST_IN_ONE_QUERY));
      site.query(
          ODataQuery.of(STATUS)
              .keys("ID")
              .select("ObjectID", "GroupID", "MessageState")
              .where(ODataFilter.oneOf("ObjectID", some)),
          node -> {
            Row row = new Row(node);
            reports
                .computeIfAbsent(row.text("ObjectID"), _ -> new HashMap<>())
                .computeIfAbsent(row.text("GroupID"), _ -> new ArrayList<>())
                .add(row.number("MessageState", 0));
          });
    }
    return reports;
  }

  @Override
  public Proposal propose(
      Wanted<ContentDistribution> wanted, Observation<ContentDistribution> seen) {
    String summary = summary(wanted);
    Proposal proposal = StandardProposal.of(wanted, seen, summary);
    if (!(proposal instanceof Proposal.Proposed proposed)
        || proposed.action() != Action.UPDATE
        || !(seen instanceof Observation.Found<ContentDistribution> found)
        || !(wanted.desired()
            instanceof Desired.Present<ContentDistribution>(ContentDistribution state))
        || !found.state().targets(state)) {
      return proposal;
    }
    String why =
        found.state().any(Phase.FAILED)
            ? "too many points failed in %s: see distmgr.log and the content status in the console"
                .formatted(found.state().named(Phase.FAILED))
            : "the site is sending to " + found.state().named(Phase.UNDER_WAY);
    return new Proposal.Proposed(Action.WAIT, why, proposed.differences());
  }

  private static String summary(Wanted<ContentDistribution> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<ContentDistribution>(ContentDistribution state) ->
          "to " + String.join(", ", state.groups().keySet());
      case Desired.Absent<ContentDistribution>(String reason) -> reason;
    };
  }

  /** Phases are the site's progress; which groups there are is what somebody decided. */
  @Override
  public ContentDistribution lasting(ContentDistribution state) {
    return ContentDistribution.to(state.modelName(), state.groups().keySet());
  }

  /** A distribution has no comment; it is ours when its application is. */
  @Override
  public Rollback rollback() {
    return new Rollback(
        "The content is removed from the distribution point groups.",
        "Groups that were added stay: take them off in the console.",
        "The content is distributed again.");
  }

  @Override
  public ContentDistribution marked(ContentDistribution state, Mark mark) {
    return state;
  }

  @Override
  public Outcome carryOut(Change<ContentDistribution> change, Resolved ids, Progress progress) {
    return switch (change.action()) {
      case CREATE, UPDATE -> distribute(change.state());
      case DELETE -> remove(change.found().state());
      case REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "distributions are never carried out as " + change.action());
    };
  }

  private Outcome distribute(ContentDistribution state) {
    Optional<String> packageId = packageId(state.modelName());
    if (packageId.isEmpty()) {
      return new Outcome.Pending(
          "the site has not made the content package yet; it takes some seconds");
    }
    site.capabilities().require("SMS_ContentPackage.AddDistributionPointGroup");
    ObjectNode arguments = json.object();
    var groups = arguments.putArray("DistributionPointGroup");
    wanted(state).forEach(group -> groups.add(group.id()));
    site.invoke(PACKAGE, ObjectKey.of(packageId.get()), "AddDistributionPointGroup", arguments);
    return new Outcome.Pending(
        "the site is sending to " + String.join(", ", state.groups().keySet()));
  }

  private Outcome remove(ContentDistribution state) {
    Optional<String> packageId = packageId(state.modelName());
    // The site takes content off its points in its own time, as it sends it.
    for (Group group : packageId.isEmpty() ? List.<Group>of() : wanted(state)) {
      ObjectNode arguments = json.object();
      arguments.putArray("PackageIDs").add(packageId.get());
      site.invoke(GROUP, ObjectKey.of(group.id()), "RemovePackages", arguments);
    }
    return new Outcome.Pending(
        "the site is taking it off " + String.join(", ", state.groups().keySet()));
  }

  private Optional<String> packageId(String modelName) {
    return site
        .list(
            ODataQuery.of(PACKAGE)
                .keys("PackageID")
                .select("SecurityKey")
                .where(ODataFilter.equal("SecurityKey", modelName)))
        .stream()
        .map(node -> new Row(node).text("PackageID"))
        .findFirst();
  }

  private List<Group> wanted(ContentDistribution state) {
    Map<String, Group> byName = new HashMap<>();
    groups().forEach(group -> byName.put(group.name(), group));
    return state.groups().keySet().stream()
        .map(name -> Optional.ofNullable(byName.get(name)).orElseThrow(() -> missing(name)))
        .toList();
  }

  private static RefusalException missing(String group) {
    return new RefusalException(
        Diagnostic.error(
            DistributionCode.GROUP_MISSING,
            "The site has no distribution point group named '%s'.".formatted(group),
            "Correct 'distribution.groups' in the manifest, or make the group in the console."));
  }
}
