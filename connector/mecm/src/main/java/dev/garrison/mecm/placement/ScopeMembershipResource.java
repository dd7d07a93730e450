package dev.garrison.mecm.placement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
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
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import dev.garrison.mecm.offer.PowerShellText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Security scopes of applications (class SMS_SecuredCategoryMembership). Additive: scopes are added
 * and never removed, because the last one cannot be removed and the others are not managed. A new
 * application has the scopes of the account that creates it, which only a read after its creation
 * shows; so an application that does not exist yet is waited for. A membership has no comment; it
 * is managed when its application is.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_securedcategorymembership-server-wmi-class">SMS_SecuredCategoryMembership</a>
 */
public final class ScopeMembershipResource implements OfferedResource<ScopeMembership> {
  private static final String SCOPE = "SMS_SecuredCategory";
  static final String MEMBERSHIP = "SMS_SecuredCategoryMembership";
  private static final String ADD = "AddMemberships";

  /** ObjectTypeID of SMS_Application, as published code sends it. */
  static final int APPLICATION = 31;

  static final ODataQuery MEMBERSHIPS =
      ODataQuery.of(MEMBERSHIP).keys("CategoryID", "ObjectKey", "ObjectTypeID");
  static final ODataQuery SCOPES = ODataQuery.of(SCOPE).keys("CategoryID").select("CategoryName");

  /** Site properties and methods that a change of scopes needs. */
  private static final Needs NEEDS = Needs.NONE.calling(MEMBERSHIP, ADD, Action.UPDATE);

  private final AdminService site;
  private final Json json;

  public ScopeMembershipResource(AdminService site, Json json) {
    this.site = site;
    this.json = json;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(MEMBERSHIPS, SCOPES).calling(MEMBERSHIP, ADD);
  }

  @Override
  public Kind<ScopeMembership> kind() {
    return new Kind<>(
        ScopeMembership.KIND,
        RecordedScopeMembership.FORM,
        new Rollback(
            Text.of("scope-membership.undo-created").toString(),
            Text.of("scope-membership.undo-changed").toString(),
            Text.of("scope-membership.undo-deleted").toString()));
  }

  @Override
  public Set<Address> references(ScopeMembership desired) {
    return Set.of(desired.application());
  }

  @Override
  public Observations<ScopeMembership> observe(
      List<Wanted<ScopeMembership>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<ScopeMembership>> seen = new LinkedHashMap<>();
    wanted.forEach(each -> seen.put(each.address(), new Observation.Missing<>()));
    if (wanted.isEmpty()) {
      return new Observations<>(seen);
    }
    site.capabilities().require(MEMBERSHIP, SCOPE + ".CategoryName");
    ObjectKeys keys = ObjectKeys.of(seen.keySet(), ScopeMembershipResource::application, ids);
    if (keys.isEmpty()) {
      return new Observations<>(seen);
    }
    Map<Address, Set<String>> scopes = scopes(keys);
    for (Wanted<ScopeMembership> each : wanted) {
      Address application = application(each.address());
      Set<String> has = scopes.getOrDefault(each.address(), Set.of());
      ids.id(application).ifPresent(key -> seen.put(each.address(), found(application, has, key)));
    }
    return new Observations<>(seen);
  }

  private static Observation<ScopeMembership> found(
      Address application, Set<String> scopes, String key) {
    return new Observation.Found<>(
        new ScopeMembership(application, scopes), new Owner.Ours(), key, "");
  }

  /**
   * The names of each application's scopes. A scope that the account may not see is shown by its
   * identifier.
   */
  private Map<Address, Set<String>> scopes(ObjectKeys keys) {
    Map<String, String> names = scopeNames();
    Map<Address, Set<String>> scopes = new HashMap<>();
    keys.read(
        site,
        MEMBERSHIPS,
        "ObjectKey",
        (address, row) -> {
          if (row.number("ObjectTypeID", 0) == APPLICATION) {
            String id = row.textKey("CategoryID");
            scopes.computeIfAbsent(address, _ -> new TreeSet<>()).add(names.getOrDefault(id, id));
          }
        });
    return scopes;
  }

  private static Address application(Address membership) {
    return new Address(ConsoleObject.APPLICATION.kind(), membership.name());
  }

  /** Names by identifier. */
  private Map<String, String> scopeNames() {
    Map<String, String> names = new HashMap<>();
    site.query(
        SCOPES,
        node -> {
          Row row = new Row(node);
          names.put(row.textKey("CategoryID"), row.text("CategoryName"));
        });
    return names;
  }

  @Override
  public Proposal propose(Wanted<ScopeMembership> wanted, Observation<ScopeMembership> seen) {
    if (!(wanted.desired() instanceof Desired.Present<ScopeMembership>(ScopeMembership state))) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("scope-membership.unchanged").toString());
    }
    return switch (seen) {
      case Observation.Missing<ScopeMembership> _ ->
          new Proposal.Proposed(
              Action.WAIT,
              Text.of("scope-membership.later", "scopes", List.copyOf(state.scopes())).toString());
      case Observation.Found<ScopeMembership> found -> {
        Set<String> all = new TreeSet<>(found.state().scopes());
        all.addAll(state.scopes());
        Wanted<ScopeMembership> additive =
            new Wanted<>(
                wanted.address(),
                new Desired.Present<>(new ScopeMembership(state.application(), all)),
                wanted.after());
        yield StandardProposal.of(additive, seen, String.join(", ", all));
      }
      case Observation.Ambiguous<ScopeMembership> _, Observation.Unreadable<ScopeMembership> _ ->
          StandardProposal.of(wanted, seen, "");
    };
  }

  /** Manual step for the console and for PowerShell, if the site has no method for the change. */
  @Override
  public Optional<ManualStep> byHand(
      Wanted<ScopeMembership> wanted, Observation<ScopeMembership> seen, Action action) {
    if (!(wanted.desired() instanceof Desired.Present<ScopeMembership>(ScopeMembership state))) {
      return Optional.empty();
    }
    Set<String> missing = new TreeSet<>(state.scopes());
    if (seen instanceof Observation.Found<ScopeMembership> found) {
      missing.removeAll(found.state().scopes());
    }
    return Optional.of(
        new ManualStep(
            Text.of(
                    "scope-membership.step",
                    "place",
                    ConsoleObject.APPLICATION.console(),
                    "name",
                    wanted.address().name(),
                    "scopes",
                    List.copyOf(missing))
                .toString(),
            missing.stream()
                .map(scope ->
                    "Add-CMObjectSecurityScope -InputObject (%s -Name %s) -Scope (Get-CMSecurityScope -Name %s)"
                        .formatted(
                            ConsoleObject.APPLICATION.cmdlet(),
                            PowerShellText.quoted(wanted.address().name()),
                            PowerShellText.quoted(scope)))
                .collect(Collectors.joining("; "))));
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<ScopeMembership> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<ScopeMembership> change, Resolved ids, Progress progress) {
    if (change.action() != Action.UPDATE) {
      throw new IllegalStateException(
          "security scopes are never carried out as " + change.action());
    }
    Set<String> missing = new TreeSet<>(change.state().scopes());
    missing.removeAll(change.found().state().scopes());
    // One call for each: how lists of several are combined is not documented.
    identifiers(missing).forEach(id -> add(change.found().id(), id));
    return new Outcome.Done();
  }

  private List<String> identifiers(Set<String> wanted) {
    Map<String, String> byName = new HashMap<>();
    scopeNames().forEach((id, name) -> byName.put(name, id));
    List<Diagnostic> gone =
        wanted.stream()
            .filter(name -> !byName.containsKey(name))
            .map(ScopeMembershipResource::gone)
            .toList();
    if (!gone.isEmpty()) {
      throw new RefusalException(gone);
    }
    return wanted.stream().flatMap(name -> Optional.ofNullable(byName.get(name)).stream()).toList();
  }

  private static Diagnostic gone(String scope) {
    return Diagnostic.error(
        PlacementCode.SCOPE_MISSING, Message.of("security-scope.missing", "name", scope));
  }

  private void add(String key, String scopeId) {
    ObjectNode arguments = json.object();
    arguments.putArray("ObjectIDs").add(key);
    arguments.putArray("ObjectTypeIDs").add(APPLICATION);
    arguments.putArray("CategoryIDs").add(scopeId);
    site.invokeStatic(MEMBERSHIP, ADD, arguments);
  }
}
