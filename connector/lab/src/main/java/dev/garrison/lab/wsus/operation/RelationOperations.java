package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.Relations;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.row.WsusUpdateRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.function.BiFunction;

/** Operations on the relations between updates of this server. */
final class RelationOperations {
  private final ServerState server;
  private final WsusUpdateRows rows;

  RelationOperations(Workings workings) {
    this.server = workings.state();
    this.rows = new WsusUpdateRows(server);
  }

  List<Operation> all() {
    return List.of(
        relation(
            "ExecuteSPGetUpdatesSupersededByUpdate",
            "superseded ones that this server has",
            (key, relations) -> server.holdings().stored(relations.supersedes())),
        relation(
            "ExecuteSPGetUpdatesThatSupersedeUpdate",
            "superseding ones that this server has",
            (key, relations) -> server.holdings().supersedersOf(key.updateId())),
        relation(
            "ExecuteSPGetUpdatesBundledByUpdate",
            "the parts of a bundle",
            (key, relations) ->
                server
                    .holdings()
                    .stored(relations.bundles().stream().map(RevisionKey::updateId).toList())),
        relation(
            "ExecuteSPGetUpdatesThatBundleUpdate",
            "the bundles of a part",
            (key, relations) -> server.holdings().bundlesOf(key.updateId())),
        relation(
            "ExecuteSPGetUpdatesRequiredByUpdate",
            "none: the lab's updates require no other update",
            (key, relations) -> List.of()),
        relation(
            "ExecuteSPGetUpdatesThatRequireUpdate",
            "none: the lab's updates require no other update",
            (key, relations) -> List.of()));
  }

  private Operation relation(
      String name, String does, BiFunction<RevisionKey, Relations, List<StoredUpdate>> related) {
    return Operation.read(
        name,
        does,
        Sources.WSDL,
        (Arguments given) -> {
          RevisionKey key = Keys.required(given, "id");
          Relations relations =
              server
                  .holdings()
                  .revision(key)
                  .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)))
                  .revision()
                  .relations();
          return rows.latest(
              name + "Result",
              given.text("preferredCulture").orElse(""),
              related.apply(key, relations));
        });
  }
}
