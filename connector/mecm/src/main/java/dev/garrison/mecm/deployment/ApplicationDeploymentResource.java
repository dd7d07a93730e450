package dev.garrison.mecm.deployment;

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
import dev.garrison.engine.resource.Examined;
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
import dev.garrison.mecm.clientoperation.DeploymentNotice;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.OfferedResource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Application deployments (class SMS_ApplicationAssignment). Found by name; the site allows several
 * of one name, which is reported as ambiguous. Changing one by PUT rests on an inference and is
 * read back. A deployment that must deploy another application is deleted and created again, with
 * its times.
 */
public final class ApplicationDeploymentResource
    implements OfferedResource<ApplicationDeployment>,
        Markable<ApplicationDeployment>,
        Examined<ApplicationDeployment> {
  private static final String CLASS = "SMS_ApplicationAssignment";
  private static final String APPLICATION = "SMS_Application";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

  private static final ODataQuery REVISIONS =
      ODataQuery.of(APPLICATION).keys("CI_ID").select("ModelName", "IsLatest");

  private final AdminService site;
  private final Json json;
  private final Mark mark;
  private final String collectionKind;
  private final Withdrawal withdrawal;
  private final DeploymentNotice notice;
  private final LateMaking lateness;

  /**
   * @param collectionKind the kind of the addresses that a deployment refers to
   * @param kept keeps the status of a deployment's servers before it is deleted to halt it
   * @param notice notifies the clients of a new deployment
   * @param remade whether a deployment was created again with its earlier times
   */
  public ApplicationDeploymentResource(
      AdminService site,
      Json json,
      Mark mark,
      String collectionKind,
      KeptStatus kept,
      DeploymentNotice notice,
      Predicate<Address> remade) {
    this.site = site;
    this.json = json;
    this.mark = mark;
    this.collectionKind = collectionKind;
    this.withdrawal = new Withdrawal(site, json, kept);
    this.notice = notice;
    this.lateness = new LateMaking(site, remade);
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return DeploymentProperties.assumption(
        Withdrawal.assumption()
            .and(DeploymentNotice.assumption())
            .and(
                Assumption.of(REVISIONS, DeviceStates.DEPLOYMENTS, DeviceStates.STATES)
                    .with(
                        CLASS,
                        "AssignmentID",
                        "AssignmentName",
                        "AssignmentDescription",
                        "AssignedCIs",
                        "AssignedCI_UniqueID",
                        "TargetCollectionID",
                        "CollectionName")));
  }

  @Override
  public Kind<ApplicationDeployment> kind() {
    return new Kind<>(
        ApplicationDeployment.KIND,
        RecordedApplicationDeployment.FORM,
        new Rollback(
            Text.of("app-deployment.undo-created").toString(),
            Text.of("app-deployment.undo-changed").toString(),
            Text.of("app-deployment.undo-deleted").toString()));
  }

  @Override
  public Set<Address> references(ApplicationDeployment desired) {
    return Set.of(new Address(collectionKind, desired.collection()));
  }

  @Override
  public Observations<ApplicationDeployment> observe(
      List<Wanted<ApplicationDeployment>> wanted, Resolved ids, Scope scope) {
    Map<Address, List<Row>> rows = new LinkedHashMap<>();
    wanted.forEach(each -> rows.put(each.address(), new ArrayList<>()));
    Map<Address, Observation.Found<ApplicationDeployment>> orphans = new LinkedHashMap<>();
    site.query(
        query(wanted, scope),
        node -> {
          Row row = new Row(node);
          if (row.text("AssignmentName").isBlank()) {
            return; // Nothing of ours has no name, and an address needs one.
          }
          Address address = ApplicationDeployment.address(row.text("AssignmentName"));
          if (rows.containsKey(address)) {
            rows.get(address).add(row);
          } else if (owner(row) instanceof Owner.Ours) {
            orphans.put(address, found(row));
          }
        });
    Map<Address, Observation<ApplicationDeployment>> seen = new LinkedHashMap<>();
    rows.forEach((address, all) -> seen.put(address, observation(all)));
    return new Observations<>(seen, scope == Scope.WANTED ? Map.of() : orphans);
  }

  private static ODataQuery query(List<Wanted<ApplicationDeployment>> wanted, Scope scope) {
    ODataQuery all = ODataQuery.of(CLASS).keys("AssignmentID");
    boolean one = scope == Scope.WANTED && wanted.size() == 1;
    return one
        ? all.where(ODataFilter.equal("AssignmentName", wanted.getFirst().address().name()))
        : all;
  }

  private Observation<ApplicationDeployment> observation(List<Row> rows) {
    return switch (rows.size()) {
      case 0 -> new Observation.Missing<>();
      case 1 -> found(rows.getFirst());
      default ->
          new Observation.Ambiguous<>(
              rows.stream().map(row -> "AssignmentID " + row.numberKey("AssignmentID")).toList());
    };
  }

  private Observation.Found<ApplicationDeployment> found(Row row) {
    ApplicationDeployment state =
        new ApplicationDeployment(
            row.text("AssignmentName"),
            row.text("AssignmentDescription"),
            modelName(row.text("AssignedCI_UniqueID")),
            row.text("CollectionName").isEmpty()
                ? row.textKey("TargetCollectionID")
                : row.text("CollectionName"),
            time(row, "StartTime"),
            time(row, "EnforcementDeadline"),
            DeploymentProperties.read(row));
    return new Observation.Found<>(
        state, owner(row), String.valueOf(row.numberKey("AssignmentID")), "");
  }

  private Owner owner(Row row) {
    return mark.ownerOf(row.text("AssignmentDescription"));
  }

  /** The identity of the application in {@code ScopeId_x/Application_y/revision}. */
  private static String modelName(String uniqueId) {
    int revision = uniqueId.lastIndexOf('/');
    return revision < 0 ? uniqueId : uniqueId.substring(0, revision);
  }

  /**
   * Reads a time to the minute. The site may return a time cut to the minute; that is as exact as a
   * deployment is.
   */
  private static Optional<LocalDateTime> time(Row row, String property) {
    return row.time(property)
        .map(time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC).withSecond(0).withNano(0));
  }

  @Override
  public Proposal propose(
      Wanted<ApplicationDeployment> wanted, Observation<ApplicationDeployment> seen) {
    if (!(wanted.desired()
        instanceof Desired.Present<ApplicationDeployment>(ApplicationDeployment state))) {
      return StandardProposal.of(wanted, seen, "");
    }
    if (!state.enabled() && seen instanceof Observation.Missing<ApplicationDeployment>) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("app-deployment.absent").toString());
    }
    ApplicationDeployment offered = state.offering(this::offers);
    ApplicationDeployment timed =
        seen instanceof Observation.Found<ApplicationDeployment> found
            ? offered.at(found.state())
            : offered;
    Proposal proposal =
        StandardProposal.of(
            new Wanted<>(wanted.address(), new Desired.Present<>(timed), wanted.after()),
            seen,
            summary(timed));
    return proposal instanceof Proposal.Proposed proposed
            && proposed.action() == Action.UPDATE
            && seen instanceof Observation.Found<ApplicationDeployment> found
            && !found.state().modelName().equals(timed.modelName())
        ? new Proposal.Proposed(Action.REPLACE, summary(timed), proposed.differences())
        : proposal;
  }

  @Override
  public Optional<Diagnostic> examine(
      Wanted<ApplicationDeployment> wanted, Observation<ApplicationDeployment> seen) {
    return seen instanceof Observation.Found<ApplicationDeployment> found
            && found.owner() instanceof Owner.Ours
        ? lateness.of(found)
        : Optional.empty();
  }

  private static String summary(ApplicationDeployment state) {
    String clock = DeploymentProperties.isInUtc(state.properties()) ? "UTC" : "local";
    return state
        .deadline()
        .map(deadline ->
            Text.of(
                    "app-deployment.required",
                    "deadline",
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(deadline),
                    "clock",
                    clock)
                .toString())
        .orElse(Text.of("app-deployment.available").toString());
  }

  @Override
  public ApplicationDeployment marked(ApplicationDeployment state, Mark ours) {
    return new ApplicationDeployment(
        state.name(),
        ours.after(state.description()),
        state.modelName(),
        state.collection(),
        state.start(),
        state.deadline(),
        state.properties());
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<ApplicationDeployment> wanted, Action action) {
    return DeploymentProperties.NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<ApplicationDeployment> change, Resolved ids, Progress progress) {
    switch (change.action()) {
      case CREATE -> {
        ObjectNode body = body(change.state(), ids);
        site.create(CLASS, body);
        return notice.about(body);
      }
      case UPDATE -> {
        ObjectNode body = body(change.state().at(change.found().state()), ids);
        long id = Long.parseLong(change.found().id());
        if (change.found().state().enabled() && !change.state().enabled()) {
          return withdrawal.carryOut(id, body);
        }
        site.put(CLASS, ObjectKey.of(id), body.put("AssignmentID", id));
        if (!change.found().state().enabled() && change.state().enabled()) {
          return withdrawal.takenBack(body);
        }
      }
      case DELETE -> site.delete(CLASS, ObjectKey.of(Long.parseLong(change.found().id())));
      case REPLACE -> {
        // A console shows the application of a deployment and lets nobody change it.
        ObjectNode body = body(change.state().at(change.found().state()), ids);
        site.delete(CLASS, ObjectKey.of(Long.parseLong(change.found().id())));
        site.create(CLASS, body);
        return notice.about(body);
      }
      case NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "deployments are never carried out as " + change.action());
    }
    return new Outcome.Done();
  }

  private ObjectNode body(ApplicationDeployment state, Resolved ids) {
    Row application = latest(state.modelName());
    ObjectNode body =
        json.object()
            .put("AssignmentName", state.name())
            .put("AssignmentDescription", state.description())
            .put("TargetCollectionID", collectionId(state, ids));
    state.start().ifPresent(start -> body.put("StartTime", TIME.format(start)));
    state.deadline().ifPresent(deadline -> body.put("EnforcementDeadline", TIME.format(deadline)));
    body.putArray("AssignedCIs").add(application.numberKey("CI_ID"));
    DeploymentProperties.write(state.offering(this::offers).properties(), body);
    return body;
  }

  private boolean offers(String property) {
    return site.capabilities().offers(CLASS + "." + property);
  }

  private String collectionId(ApplicationDeployment state, Resolved ids) {
    Address collection = new Address(collectionKind, state.collection());
    return ids.id(collection)
        .orElseThrow(() ->
            refusal(
                Message.of(
                    "deployment.collection-missing",
                    "name",
                    state.name(),
                    "collection",
                    collection)));
  }

  private Row latest(String modelName) {
    return site
        .list(
            REVISIONS.where(
                ODataFilter.equal("ModelName", modelName).and(ODataFilter.equal("IsLatest", true))))
        .stream()
        .map(Row::new)
        .findFirst()
        .orElseThrow(
            () -> refusal(Message.of("deployment.application-missing", "model", modelName)));
  }

  private static RefusalException refusal(Message message) {
    return new RefusalException(Diagnostic.error(DeploymentCode.DEPLOYMENT_PARTS_MISSING, message));
  }
}
