package dev.garrison.mecm.distribution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.distribution.AssignedGroups.Group;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import dev.garrison.mecm.distribution.DistributionReader.GroupStatus;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Distributes an application's content to distribution point groups. The site makes the content
 * package some seconds after the application. A missing report means not started, never done.
 * Content is removed from a group that is no longer wanted (F17). A distribution has no comment; it
 * is managed when its application is. The recipe names the application as coming first; the state
 * knows only its ModelName.
 */
public final class ContentDistributionResource
    implements OfferedResource<ContentDistribution>, Restorable<ContentDistribution> {
  private static final String ADD_GROUP = "AddDistributionPointGroup";
  private static final String REMOVE_PACKAGES = "RemovePackages";
  private static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select("AssignmentName", "AssignmentDescription", "AssignedCI_UniqueID");

  /** Site properties and methods that a change of a distribution needs. */
  private static final Needs NEEDS =
      Needs.NONE
          .calling(DistributionReader.PACKAGE, ADD_GROUP, Action.CREATE, Action.UPDATE)
          .calling(DistributionReader.GROUP, REMOVE_PACKAGES, Action.UPDATE, Action.DELETE);

  private final AdminService site;
  private final Json json;
  private final Mark mark;
  private final DistributionReader reader;
  private final String applicationKind;
  private final Consumer<String> contentProof;

  /** Failed points at the last reading, by ModelName and group; a plan does not rest on them. */
  private final Map<String, Map<String, PointFailures>> failures = new HashMap<>();

  /**
   * Parameters of a distribution.
   *
   * @param threshold percent of a group's distribution points that are enough
   * @param applicationKind the kind of the addresses that a distribution refers to
   */
  public record Rules(int threshold, String applicationKind) {}

  /**
   * @param contentProof refuses an application, by its ModelName, whose content is not complete;
   *     asked before the site is asked to send it
   */
  public ContentDistributionResource(
      AdminService site, Json json, Mark mark, Rules rules, Consumer<String> contentProof) {
    this.site = site;
    this.json = json;
    this.mark = mark;
    this.reader = new DistributionReader(site, new GroupPhase(rules.threshold()));
    this.applicationKind = rules.applicationKind();
    this.contentProof = contentProof;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return DistributionReader.assumption()
        .and(Assumption.of(DEPLOYMENTS))
        .calling(DistributionReader.PACKAGE, ADD_GROUP)
        .calling(DistributionReader.GROUP, REMOVE_PACKAGES);
  }

  @Override
  public Kind<ContentDistribution> kind() {
    return new Kind<>(
        ContentDistribution.KIND,
        RecordedContentDistribution.FORM,
        new Rollback(
            Text.of("distribution.undo-created").toString(),
            Text.of("distribution.undo-changed").toString(),
            Text.of("distribution.undo-deleted").toString()));
  }

  /**
   * Reads the groups of each application. The ModelName is the application's key, so a distribution
   * that must be removed is found too. All groups that have the application's content are included,
   * no matter who distributed it.
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
      Map<String, SortedMap<String, GroupStatus>> statuses = reader.statuses(modelNames.values());
      modelNames.forEach((each, modelName) -> {
        SortedMap<String, Phase> groups = new TreeMap<>();
        Map<String, PointFailures> failed = new HashMap<>();
        statuses
            .getOrDefault(modelName, new TreeMap<>())
            .forEach((group, status) -> {
              groups.put(group, status.phase());
              failed.put(group, status.failures());
            });
        failures.put(modelName, failed);
        if (!groups.isEmpty()) {
          seen.put(each.address(), found(each, new ContentDistribution(modelName, groups)));
        }
      });
    }
    return new Observations<>(seen);
  }

  private static String modelName(Wanted<ContentDistribution> wanted, String applicationId) {
    return switch (wanted.desired()) {
      case Desired.Present<ContentDistribution>(ContentDistribution state) -> state.modelName();
      case Desired.Absent<ContentDistribution> _ -> applicationId;
    };
  }

  /**
   * An observed distribution. Other deployments of the application are read only if a group would
   * lose the content.
   */
  private Observation<ContentDistribution> found(
      Wanted<ContentDistribution> wanted, ContentDistribution state) {
    boolean more =
        wanted.desired()
                instanceof Desired.Present<ContentDistribution>(ContentDistribution desired)
            && !desired.targets(state);
    return new Observation.Found<>(
        state, new Owner.Ours(), state.modelName(), more ? others(state.modelName()) : "");
  }

  /**
   * Deployments of the application that Garrison does not manage: their clients need its content
   * too.
   */
  private String others(String modelName) {
    Set<String> names = new TreeSet<>();
    site.query(
        DEPLOYMENTS.where(ODataFilter.startsWith("AssignedCI_UniqueID", modelName)),
        node -> {
          Row row = new Row(node);
          if (!(mark.ownerOf(row.text("AssignmentDescription")) instanceof Owner.Ours)) {
            names.add(row.text("AssignmentName"));
          }
        });
    return String.join(", ", names);
  }

  /**
   * Proposes the change. Groups that the manifest no longer names lose the content last, when the
   * others have it. They keep it while a deployment that Garrison does not manage uses the
   * application.
   */
  @Override
  public Proposal propose(
      Wanted<ContentDistribution> wanted, Observation<ContentDistribution> seen) {
    if (!(seen instanceof Observation.Found<ContentDistribution> found)
        || !(wanted.desired()
            instanceof Desired.Present<ContentDistribution>(ContentDistribution state))) {
      return StandardProposal.of(wanted, seen, summary(wanted));
    }
    ContentDistribution there = found.state();
    String others = found.unmodelled();
    ContentDistribution settled = others.isEmpty() ? state : state.and(there.without(state));
    Proposal proposal =
        StandardProposal.of(
            new Wanted<>(wanted.address(), new Desired.Present<>(settled), wanted.after()),
            seen,
            summary(wanted));
    if (!(proposal instanceof Proposal.Proposed proposed)) {
      return proposal;
    }
    Proposal.Proposed noted =
        (others.isEmpty() ? proposed : proposed.withNotes(kept(state, found)))
            .withNotes(failedButEnough(there.without(there.without(state))));
    return noted.action() == Action.UPDATE && there.targets(settled)
        ? whenAllAreThere(noted, there, settled)
        : noted;
  }

  private static List<String> kept(
      ContentDistribution state, Observation.Found<ContentDistribution> found) {
    return List.of(
        Text.of(
                "distribution.stays",
                "groups",
                found.state().without(state).names(),
                "deployments",
                found.unmodelled())
            .toString());
  }

  /** The update when all wanted groups are targeted: it only waits or removes content. */
  private Proposal.Proposed whenAllAreThere(
      Proposal.Proposed update, ContentDistribution there, ContentDistribution wanted) {
    ContentDistribution spare = there.without(wanted);
    ContentDistribution needed = there.without(spare);
    boolean waits = needed.any(Phase.FAILED) || needed.any(Phase.UNDER_WAY);
    if (!waits) {
      return new Proposal.Proposed(
          Action.UPDATE,
          Text.of("distribution.removal", "spare", spare.names(), "groups", needed.names())
              .toString(),
          update.differences(),
          update.notes(),
          Optional.empty());
    }
    Optional<Blockage> blocked =
        needed.any(Phase.FAILED)
            ? Optional.of(new Blockage(words(needed, Phase.FAILED), PointFailures.remedy()))
            : Optional.empty();
    String why =
        blocked
            .map(Blockage::problem)
            .orElseGet(() ->
                Text.of("distribution.sending", "groups", needed.named(Phase.UNDER_WAY))
                    .toString());
    return new Proposal.Proposed(
        Action.WAIT,
        spare.groups().isEmpty()
            ? why
            : Text.of("distribution.then-removal", "reason", why, "groups", spare.names())
                .toString(),
        update.differences(),
        update.notes(),
        Optional.empty(),
        blocked);
  }

  /** Notes on failed points of groups that may still be, or are, distributed. */
  private List<String> failedButEnough(ContentDistribution needed) {
    return needed.groups().entrySet().stream()
        .filter(group -> group.getValue() != Phase.FAILED)
        .flatMap(group -> failed(needed, group.getKey()).stream())
        .map(PointFailures::words)
        .toList();
  }

  private String words(ContentDistribution needed, Phase phase) {
    return needed.groups().entrySet().stream()
        .filter(group -> group.getValue() == phase)
        .flatMap(group -> failed(needed, group.getKey()).stream())
        .map(PointFailures::words)
        .map(Text::verbatim)
        .reduce((first, next) -> Text.of("point-failure.also", "first", first, "next", next))
        .map(Text::toString)
        .orElse("");
  }

  private Optional<PointFailures> failed(ContentDistribution there, String group) {
    return Optional.ofNullable(failures.getOrDefault(there.modelName(), Map.of()).get(group))
        .filter(some -> !some.points().isEmpty());
  }

  private static String summary(Wanted<ContentDistribution> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<ContentDistribution>(ContentDistribution state) ->
          Text.of("distribution.summary", "groups", List.copyOf(state.groups().keySet()))
              .toString();
      case Desired.Absent<ContentDistribution>(String reason) -> reason;
    };
  }

  /** The groups without their phases: phases are the site's progress, groups are a decision. */
  @Override
  public ContentDistribution lasting(ContentDistribution state) {
    return ContentDistribution.to(state.modelName(), state.groups().keySet());
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<ContentDistribution> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Optional<ManualStep> byHand(
      Wanted<ContentDistribution> wanted, Observation<ContentDistribution> seen, Action action) {
    return DistributionByHand.step(wanted, seen, action);
  }

  @Override
  public Outcome carryOut(Change<ContentDistribution> change, Resolved ids, Progress progress) {
    return switch (change.action()) {
      case CREATE -> distribute(change.state());
      case UPDATE -> update(change.found().state(), change.state());
      case DELETE -> remove(change.found().state());
      case REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "distributions are never carried out as " + change.action());
    };
  }

  private Outcome update(ContentDistribution there, ContentDistribution wanted) {
    ContentDistribution missing = wanted.without(there);
    return missing.groups().isEmpty() ? remove(there.without(wanted)) : distribute(missing);
  }

  private Outcome distribute(ContentDistribution state) {
    Optional<String> packageId = packageId(state);
    if (packageId.isEmpty()) {
      return new Outcome.Pending(Text.of("distribution.no-package").toString());
    }
    contentProof.accept(state.modelName());
    ObjectNode arguments = json.object();
    var groups = arguments.putArray("DistributionPointGroup");
    groups(state).forEach(group -> groups.add(group.id()));
    site.invoke(DistributionReader.PACKAGE, ObjectKey.of(packageId.get()), ADD_GROUP, arguments);
    return new Outcome.Pending(Text.of("distribution.sending", "groups", state.names()).toString());
  }

  private Outcome remove(ContentDistribution state) {
    Optional<String> packageId = packageId(state);
    // The site takes content off its points in its own time, as it sends it.
    for (Group group : packageId.isEmpty() ? List.<Group>of() : groups(state)) {
      ObjectNode arguments = json.object();
      arguments.putArray("PackageIDs").add(packageId.get());
      site.invoke(DistributionReader.GROUP, ObjectKey.of(group.id()), REMOVE_PACKAGES, arguments);
    }
    return new Outcome.Pending(
        Text.of("distribution.removing", "groups", state.names()).toString());
  }

  private Optional<String> packageId(ContentDistribution state) {
    return Optional.ofNullable(reader.packages(List.of(state.modelName())).get(state.modelName()));
  }

  private List<Group> groups(ContentDistribution state) {
    Map<String, Group> byName = new HashMap<>();
    reader.groups().forEach(group -> byName.put(group.name(), group));
    return state.groups().keySet().stream()
        .map(name -> Optional.ofNullable(byName.get(name)).orElseThrow(() -> missing(name)))
        .toList();
  }

  private static RefusalException missing(String group) {
    return new RefusalException(
        Diagnostic.error(
            DistributionCode.GROUP_MISSING,
            Message.of("distribution-group.missing", "name", group)));
  }
}
