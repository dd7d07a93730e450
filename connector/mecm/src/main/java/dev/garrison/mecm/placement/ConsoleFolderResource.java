package dev.garrison.mecm.placement;

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
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import dev.garrison.mecm.placement.ConsoleNodes.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Console folders (class SMS_ObjectContainerNode). Additive: a missing folder is created, an
 * existing one is used as it is, and none is ever renamed or deleted, not even when a run is
 * undone. A folder has no property for a mark. The class is documented as writable, but no public
 * source shows its creation over the administration service; that it works there is inferred and
 * the folder is read back.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/console/sms_objectcontainernode-server-wmi-class">SMS_ObjectContainerNode</a>
 */
public final class ConsoleFolderResource implements OfferedResource<ConsoleFolder> {
  /** Site properties and methods that the creation of a folder needs. */
  private static final Needs NEEDS =
      Needs.NONE.writing(ConsoleNodes.CLASS, "Name", "ObjectType", "ParentContainerNodeID");

  private final AdminService site;
  private final Json json;

  public ConsoleFolderResource(AdminService site, Json json) {
    this.site = site;
    this.json = json;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(ConsoleNodes.ALL);
  }

  @Override
  public Kind<ConsoleFolder> kind() {
    return new Kind<>(
        ConsoleFolder.KIND,
        RecordedConsoleFolder.FORM,
        new Rollback(
            Text.of("console-folder.undo-created").toString(),
            Text.of("console-folder.undo-changed").toString(),
            Text.of("console-folder.undo-deleted").toString()));
  }

  @Override
  public Observations<ConsoleFolder> observe(
      List<Wanted<ConsoleFolder>> wanted, Resolved ids, Scope scope) {
    if (wanted.isEmpty()) {
      return new Observations<>(Map.of());
    }
    site.capabilities().require("SMS_ObjectContainerNode.Name");
    ConsoleNodes nodes = ConsoleNodes.read(site);
    Map<Address, Observation<ConsoleFolder>> seen = new LinkedHashMap<>();
    wanted.forEach(each -> {
      ConsoleFolder folder = ConsoleFolder.of(each.address());
      seen.put(each.address(), observation(folder, nodes.atRoot(folder)));
    });
    return new Observations<>(seen);
  }

  private static Observation<ConsoleFolder> observation(ConsoleFolder folder, List<Node> found) {
    return switch (found.size()) {
      case 0 -> new Observation.Missing<>();
      case 1 ->
          new Observation.Found<>(
              new ConsoleFolder(folder.holds(), found.getFirst().name()),
              new Owner.Ours(),
              String.valueOf(found.getFirst().id()),
              "");
      default ->
          new Observation.Ambiguous<>(
              found.stream().map(node -> String.valueOf(node.id())).toList());
    };
  }

  @Override
  public Proposal propose(Wanted<ConsoleFolder> wanted, Observation<ConsoleFolder> seen) {
    if (seen instanceof Observation.Found<ConsoleFolder>) {
      return switch (wanted.desired()) {
        case Desired.Present<ConsoleFolder> _ ->
            new Proposal.Proposed(Action.NO_OP, Text.of("console-folder.exists").toString());
        case Desired.Absent<ConsoleFolder> _ ->
            new Proposal.Proposed(Action.NO_OP, Text.of("console-folder.stays").toString());
      };
    }
    return StandardProposal.of(wanted, seen, summary(ConsoleFolder.of(wanted.address()).holds()));
  }

  private static String summary(ConsoleObject holds) {
    return (switch (holds) {
          case APPLICATION -> Text.of("console-folder.applications");
          case COLLECTION -> Text.of("console-folder.collections");
        })
        .toString();
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<ConsoleFolder> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<ConsoleFolder> change, Resolved ids, Progress progress) {
    return switch (change.action()) {
      case CREATE -> {
        ConsoleFolder folder = change.state();
        site.create(
            ConsoleNodes.CLASS,
            json.object()
                .put("Name", folder.name())
                .put("ObjectType", folder.holds().folderNumber())
                .put("ParentContainerNodeID", ConsoleNodes.ROOT));
        yield new Outcome.Done();
      }
      case UPDATE, DELETE, REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "console folders are never carried out as " + change.action());
    };
  }
}
