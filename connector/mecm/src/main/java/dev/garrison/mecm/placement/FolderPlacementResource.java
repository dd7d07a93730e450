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
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import dev.garrison.mecm.offer.PowerShellText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects in console folders (class SMS_ObjectContainerItem). An object at the root has no item.
 * From there it is moved into its folder; an object in any other folder was put there by a person,
 * and stays. The move was recorded from a site; that folder 0 is the root as a target as well,
 * which an undo needs, is inferred and read back. An item has no comment; it is managed when its
 * object is.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/console/movemembers-method-in-class-sms_objectcontaineritem">MoveMembers</a>
 */
public final class FolderPlacementResource implements OfferedResource<FolderPlacement> {
  static final String ITEM = "SMS_ObjectContainerItem";
  private static final String MOVE = "MoveMembers";

  static final ODataQuery PLACES =
      ODataQuery.of(ITEM).keys("MemberID").select("InstanceKey", "ContainerNodeID", "ObjectType");

  /** Site properties and methods that a move needs. */
  private static final Needs NEEDS = Needs.NONE.calling(ITEM, MOVE, Action.CREATE, Action.DELETE);

  private final AdminService site;
  private final Json json;

  public FolderPlacementResource(AdminService site, Json json) {
    this.site = site;
    this.json = json;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(ConsoleNodes.ALL, PLACES).calling(ITEM, MOVE);
  }

  @Override
  public Kind<FolderPlacement> kind() {
    return new Kind<>(
        FolderPlacement.KIND,
        RecordedFolderPlacement.FORM,
        new Rollback(
            Text.of("folder-placement.undo-created").toString(),
            Text.of("folder-placement.undo-changed").toString(),
            Text.of("folder-placement.undo-deleted").toString()));
  }

  /** The object; the recipe adds that the folder comes first as well. */
  @Override
  public Set<Address> references(FolderPlacement desired) {
    return Set.of(desired.object());
  }

  @Override
  public Observations<FolderPlacement> observe(
      List<Wanted<FolderPlacement>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<FolderPlacement>> seen = new LinkedHashMap<>();
    wanted.forEach(each -> seen.put(each.address(), new Observation.Missing<>()));
    if (wanted.isEmpty()) {
      return new Observations<>(seen);
    }
    site.capabilities().require(ITEM + ".InstanceKey");
    ObjectKeys keys = ObjectKeys.of(seen.keySet(), FolderPlacement::object, ids);
    if (keys.isEmpty()) {
      return new Observations<>(seen);
    }
    ConsoleNodes nodes = ConsoleNodes.read(site);
    keys.read(
        site,
        PLACES,
        "InstanceKey",
        (address, row) -> {
          Address object = FolderPlacement.object(address);
          long node = row.numberKey("ContainerNodeID");
          long holds = row.number("ObjectType", 0);
          if (node != ConsoleNodes.ROOT
              && holds == FolderPlacement.consoleObject(object).folderNumber()) {
            seen.put(address, found(new FolderPlacement(object, nodes.path(node)), node));
          }
        });
    return new Observations<>(seen);
  }

  private static Observation<FolderPlacement> found(FolderPlacement state, long node) {
    return new Observation.Found<>(state, new Owner.Ours(), String.valueOf(node), "");
  }

  @Override
  public Proposal propose(Wanted<FolderPlacement> wanted, Observation<FolderPlacement> seen) {
    return switch (wanted.desired()) {
      case Desired.Absent<FolderPlacement>(String reason) ->
          StandardProposal.of(wanted, seen, reason);
      case Desired.Present<FolderPlacement>(FolderPlacement state) -> {
        if (seen instanceof Observation.Found<FolderPlacement> found) {
          yield settled(found.state().folder(), state.folder());
        }
        yield StandardProposal.of(
            wanted, seen, Text.of("folder-placement.into", "folder", state.folder()).toString());
      }
    };
  }

  private static Proposal settled(String there, String wanted) {
    if (there.equalsIgnoreCase(wanted)) {
      return new Proposal.Proposed(
          Action.NO_OP, Text.of("folder-placement.in", "folder", there).toString());
    }
    return new Proposal.Proposed(
            Action.NO_OP, Text.of("folder-placement.stays", "folder", there).toString())
        .withNotes(List.of(Text.of("folder-placement.moved", "folder", wanted).toString()));
  }

  /** Manual step for the console and for PowerShell, if the site has no method for the move. */
  @Override
  public Optional<ManualStep> byHand(
      Wanted<FolderPlacement> wanted, Observation<FolderPlacement> seen, Action action) {
    Address object = FolderPlacement.object(wanted.address());
    ConsoleObject holds = FolderPlacement.consoleObject(object);
    String folder =
        wanted.desired() instanceof Desired.Present<FolderPlacement>(FolderPlacement state)
            ? state.folder()
            : "";
    return Optional.of(
        new ManualStep(
            (folder.isEmpty()
                    ? Text.of(
                        "folder-placement.root-step",
                        "place",
                        holds.console(),
                        "name",
                        object.name())
                    : Text.of(
                        "folder-placement.step",
                        "place",
                        holds.console(),
                        "name",
                        object.name(),
                        "folder",
                        folder))
                .toString(),
            "Move-CMObject -InputObject (%s -Name %s) -FolderPath ((Get-PSDrive -PSProvider CMSite).Name + %s)"
                .formatted(
                    holds.cmdlet(),
                    PowerShellText.quoted(object.name()),
                    PowerShellText.quoted(
                        ":\\" + holds.drive() + (folder.isEmpty() ? "" : "\\" + folder)))));
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<FolderPlacement> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<FolderPlacement> change, Resolved ids, Progress progress) {
    return switch (change.action()) {
      case CREATE -> {
        FolderPlacement state = change.state();
        Address folder = ConsoleFolder.address(state.consoleObject(), state.folder());
        yield move(state, ConsoleNodes.ROOT, Long.parseLong(key(folder, ids)), ids);
      }
      case DELETE -> {
        Observation.Found<FolderPlacement> found = change.found();
        yield move(found.state(), Long.parseLong(found.id()), ConsoleNodes.ROOT, ids);
      }
      case UPDATE, REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException("placements are never carried out as " + change.action());
    };
  }

  private Outcome move(FolderPlacement state, long from, long to, Resolved ids) {
    ObjectNode arguments = json.object();
    arguments.putArray("InstanceKeys").add(key(state.object(), ids));
    arguments
        .put("ContainerNodeID", from)
        .put("TargetContainerNodeID", to)
        .put("ObjectType", state.consoleObject().folderNumber());
    site.invokeStatic(ITEM, MOVE, arguments);
    return new Outcome.Done();
  }

  private static String key(Address address, Resolved ids) {
    return ids.id(address)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    PlacementCode.NOTHING_TO_MOVE,
                    Message.of("folder-placement.object-missing", "object", address))));
  }
}
