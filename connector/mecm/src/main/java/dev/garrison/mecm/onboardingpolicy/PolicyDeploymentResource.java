package dev.garrison.mecm.onboardingpolicy;

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
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deployments of onboarding policies (class SMS_ConfigurationPolicyAssignment). No public source
 * creates one over the AdminService; that it works as with applications is inferred, so it is read
 * back. No deployment is changed: one that differs is deleted and created again.
 */
public final class PolicyDeploymentResource
    implements OfferedResource<PolicyDeployment>, Markable<PolicyDeployment> {
  private static final String CLASS = "SMS_ConfigurationPolicyAssignment";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");
  private static final ODataQuery DEPLOYMENTS = ODataQuery.of(CLASS).keys("AssignmentID");

  /** Site properties and methods that a change of a deployment needs. */
  private static final Needs NEEDS =
      Needs.NONE
          .writing(
              CLASS,
              "AssignmentName",
              "AssignmentDescription",
              "TargetCollectionID",
              "AssignedCIs",
              "StartTime")
          .writing(CLASS, PolicyProperties.QUIET.keySet().toArray(String[]::new));

  private final AdminService site;
  private final Json json;
  private final Mark mark;
  private final String collectionKind;
  private final DeploymentNotice notice;

  /**
   * @param collectionKind the kind of the addresses that a deployment refers to
   * @param notice notifies the clients of a new deployment
   */
  public PolicyDeploymentResource(
      AdminService site, Json json, Mark mark, String collectionKind, DeploymentNotice notice) {
    this.site = site;
    this.json = json;
    this.mark = mark;
    this.collectionKind = collectionKind;
    this.notice = notice;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(PolicyRows.POLICIES)
        .with(
            CLASS,
            "AssignmentID",
            "AssignmentName",
            "AssignmentDescription",
            "AssignedCIs",
            "AssignedCI_UniqueID",
            "TargetCollectionID",
            "StartTime")
        .with(CLASS, PolicyProperties.QUIET.keySet().toArray(String[]::new))
        .and(DeploymentNotice.assumption());
  }

  @Override
  public Kind<PolicyDeployment> kind() {
    return new Kind<>(
        PolicyDeployment.KIND,
        RecordedPolicyDeployment.FORM,
        new Rollback(
            Text.of("policy-deployment.undo-created").toString(),
            Text.of("policy-deployment.undo-changed").toString(),
            Text.of("policy-deployment.undo-deleted").toString()));
  }

  @Override
  public Set<Address> references(PolicyDeployment desired) {
    return Set.of(
        new Address(collectionKind, desired.collection()),
        OnboardingPolicy.address(desired.policy()));
  }

  @Override
  public Observations<PolicyDeployment> observe(
      List<Wanted<PolicyDeployment>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<PolicyDeployment>> seen = new LinkedHashMap<>();
    wanted.forEach(each -> seen.put(each.address(), new Observation.Missing<>()));
    if (scope == Scope.WANTED && wanted.isEmpty()) {
      return new Observations<>(seen);
    }
    Map<Address, List<Row>> rows = new LinkedHashMap<>();
    site.query(
        DEPLOYMENTS,
        node -> {
          Row row = new Row(node);
          if (!row.text("AssignmentName").isBlank()) {
            rows.computeIfAbsent(
                    PolicyDeployment.address(row.text("AssignmentName")), _ -> new ArrayList<>())
                .add(row);
          }
        });
    if (rows.isEmpty()) {
      return new Observations<>(seen);
    }
    Names names = names(wanted, ids);
    Map<Address, Observation.Found<PolicyDeployment>> orphans = new LinkedHashMap<>();
    rows.forEach((address, all) -> {
      if (seen.containsKey(address)) {
        seen.put(address, observation(all, names));
      } else if (scope != Scope.WANTED && owner(all.getFirst()) instanceof Owner.Ours) {
        orphans.put(address, found(all.getFirst(), names));
      }
    });
    return new Observations<>(seen, orphans);
  }

  /** Names of policies and collections by the keys in the site's rows. */
  private record Names(Map<String, String> policies, Map<String, String> collections) {}

  private Names names(List<Wanted<PolicyDeployment>> wanted, Resolved ids) {
    Map<String, String> policies =
        PolicyRows.all(site).stream()
            .collect(
                Collectors.toMap(
                    PolicyRows.Policy::modelName, PolicyRows.Policy::name, (one, _) -> one));
    Map<String, String> collections = new HashMap<>();
    for (Wanted<PolicyDeployment> each : wanted) {
      if (each.desired() instanceof Desired.Present<PolicyDeployment>(PolicyDeployment state)) {
        ids.id(new Address(collectionKind, state.collection()))
            .ifPresent(id -> collections.put(id, state.collection()));
      }
    }
    return new Names(policies, collections);
  }

  private Observation<PolicyDeployment> observation(List<Row> rows, Names names) {
    return rows.size() == 1
        ? found(rows.getFirst(), names)
        : new Observation.Ambiguous<>(
            rows.stream().map(row -> "AssignmentID " + row.numberKey("AssignmentID")).toList());
  }

  private Observation.Found<PolicyDeployment> found(Row row, Names names) {
    String uniqueId = row.text("AssignedCI_UniqueID");
    int revision = uniqueId.lastIndexOf('/');
    String model = revision < 0 ? uniqueId : uniqueId.substring(0, revision);
    String collection = row.textKey("TargetCollectionID");
    PolicyDeployment state =
        new PolicyDeployment(
            row.text("AssignmentName"),
            row.text("AssignmentDescription"),
            names.policies().getOrDefault(model, ""),
            names.collections().getOrDefault(collection, collection),
            row.time("StartTime")
                .map(time ->
                    LocalDateTime.ofInstant(time, ZoneOffset.UTC).withSecond(0).withNano(0)),
            PolicyProperties.read(row));
    return new Observation.Found<>(
        state, owner(row), String.valueOf(row.numberKey("AssignmentID")), "");
  }

  private Owner owner(Row row) {
    return mark.ownerOf(row.text("AssignmentDescription"));
  }

  @Override
  public Proposal propose(Wanted<PolicyDeployment> wanted, Observation<PolicyDeployment> seen) {
    Wanted<PolicyDeployment> timed =
        wanted.desired() instanceof Desired.Present<PolicyDeployment>(PolicyDeployment state)
                && seen instanceof Observation.Found<PolicyDeployment> found
            ? new Wanted<>(
                wanted.address(), new Desired.Present<>(state.at(found.state())), wanted.after())
            : wanted;
    Proposal proposal =
        StandardProposal.of(timed, seen, Text.of("policy-deployment.summary").toString());
    return proposal instanceof Proposal.Proposed proposed && proposed.action() == Action.UPDATE
        ? new Proposal.Proposed(Action.REPLACE, proposed.summary(), proposed.differences())
        : proposal;
  }

  @Override
  public PolicyDeployment marked(PolicyDeployment state, Mark ours) {
    return state.withDescription(ours.after(state.description()));
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<PolicyDeployment> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<PolicyDeployment> change, Resolved ids, Progress progress) {
    switch (change.action()) {
      case CREATE -> {
        ObjectNode body = body(change.state(), ids);
        site.create(CLASS, body);
        return notice.about(body);
      }
      case DELETE -> site.delete(CLASS, key(change));
      case REPLACE -> {
        ObjectNode body = body(change.state().at(change.found().state()), ids);
        site.delete(CLASS, key(change));
        site.create(CLASS, body);
        return notice.about(body);
      }
      case NO_OP, WAIT, MANUAL, UPDATE ->
          throw new IllegalStateException(
              "deployments of policies are never carried out as " + change.action());
    }
    return new Outcome.Done();
  }

  private static ObjectKey key(Change<PolicyDeployment> change) {
    return ObjectKey.of(Long.parseLong(change.found().id()));
  }

  private ObjectNode body(PolicyDeployment state, Resolved ids) {
    ObjectNode body =
        json.object()
            .put("AssignmentName", state.name())
            .put("AssignmentDescription", state.description())
            .put("TargetCollectionID", id(ids, new Address(collectionKind, state.collection())));
    state.start().ifPresent(start -> body.put("StartTime", TIME.format(start)));
    body.putArray("AssignedCIs")
        .add(Long.parseLong(id(ids, OnboardingPolicy.address(state.policy()))));
    PolicyProperties.write(state.properties(), body);
    return body;
  }

  private static String id(Resolved ids, Address address) {
    return ids.id(address)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    PolicyCode.POLICY_PARTS_MISSING,
                    Message.of("policy-deployment.part-missing", "object", address))));
  }
}
