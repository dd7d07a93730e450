package dev.garrison.mecm.refresh;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Lifetime;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.clientoperation.ClientNotification;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Client notifications to fetch policy, recognized by the site's own record of them. The class is
 * SMS_ClientOperation. If a site cannot notify, or does not show its notifications, clients fetch
 * policy at their next turn: no notification is sent, and nothing waits for it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/protect/sms_clientoperation-server-wmi-class">SMS_ClientOperation</a>
 */
public final class PolicyPushResource implements Writable<PolicyPush>, Restorable<PolicyPush> {
  private static final ODataQuery OPERATIONS =
      ODataQuery.of("SMS_ClientOperation")
          .keys("ID")
          .select("CollectionID", "PrimaryActionType", "RequestedTime");

  private final AdminService site;
  private final ClientNotification notification;
  private final String collectionKind;

  /**
   * @param collectionKind the kind of the addresses that a push refers to
   */
  public PolicyPushResource(AdminService site, Json json, String collectionKind) {
    this.site = site;
    this.notification = new ClientNotification(site, json);
    this.collectionKind = collectionKind;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    Assumption all = Assumption.of(CollectionTimes.QUERY).and(ClientNotification.assumption());
    for (String member : OPERATIONS.members()) {
      all = all.optional(member, Text.of("policy-push.optional").toString());
    }
    return all;
  }

  @Override
  public Kind<PolicyPush> kind() {
    return new Kind<>(
        PolicyPush.KIND,
        RecordedPolicyPush.FORM,
        Rollback.always(Text.of("policy-push.undo").toString()),
        Lifetime.PASSING);
  }

  @Override
  public Set<Address> references(PolicyPush desired) {
    return Set.of(new Address(collectionKind, desired.collection()));
  }

  @Override
  public Observations<PolicyPush> observe(
      List<Wanted<PolicyPush>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<PolicyPush>> seen = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      CollectionTimes times = CollectionTimes.read(site);
      wanted.forEach(each -> seen.put(each.address(), observation(each, times)));
    }
    return new Observations<>(seen);
  }

  private Observation<PolicyPush> observation(Wanted<PolicyPush> wanted, CollectionTimes times) {
    String collection = wanted.address().name();
    Set<String> left =
        wanted.desired() instanceof Desired.Present<PolicyPush>(PolicyPush state)
            ? state.left()
            : Set.of();
    return times
        .id(collection)
        .<Observation<PolicyPush>>map(id ->
            new Observation.Found<>(
                new PolicyPush(collection, left, told(id, times.lastChange(left))),
                new Owner.Ours(),
                id,
                ""))
        .orElseGet(Observation.Missing::new);
  }

  /**
   * Whether the clients were notified since then. Also true if the site cannot notify, or does not
   * show its notifications.
   */
  private boolean told(String collectionId, Optional<Instant> since) {
    boolean seen =
        OPERATIONS.members().stream().allMatch(site.capabilities()::offers)
            && notification.isOffered();
    return since.isEmpty()
        || !seen
        || site.list(OPERATIONS.where(ODataFilter.equal("CollectionID", collectionId))).stream()
            .map(Row::new)
            .filter(row ->
                row.number("PrimaryActionType", 0)
                    == ClientNotification.Kind.MACHINE_POLICY.number())
            .flatMap(row -> row.time("RequestedTime").stream())
            .anyMatch(time -> !time.isBefore(since.get()));
  }

  @Override
  public Proposal propose(Wanted<PolicyPush> wanted, Observation<PolicyPush> seen) {
    if (!(seen instanceof Observation.Found<PolicyPush> found)
        || wanted.desired() instanceof Desired.Absent<PolicyPush>) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("policy-push.none").toString());
    }
    return found.state().told()
        ? new Proposal.Proposed(Action.NO_OP, Text.of("policy-push.done").toString())
        : new Proposal.Proposed(Action.UPDATE, Text.of("policy-push.needed").toString());
  }

  /** The push without its result: the time of a notification is not undone. */
  @Override
  public PolicyPush lasting(PolicyPush state) {
    return PolicyPush.of(state.collection(), Set.of());
  }

  @Override
  public Outcome carryOut(Change<PolicyPush> change, Resolved ids, Progress progress) {
    return new Outcome.Pending(
        notification.send(ClientNotification.Kind.MACHINE_POLICY, change.found().id()));
  }
}
