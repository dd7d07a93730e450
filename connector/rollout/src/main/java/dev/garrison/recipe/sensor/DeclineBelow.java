package dev.garrison.recipe.sensor;

import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.decline.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Objections to a decline from servers other than the one to which it is written. Replicas decline
 * the updates that their upstream server declines, and computers report to them. The server from
 * which a replica has its approvals is not considered: each replica has to agree.
 *
 * @param replicas the sensor updates of each replica, and those that were examined there
 * @param unread servers that did not answer; each may be downstream
 */
record DeclineBelow(List<Replica> replicas, List<String> unread) {
  static DeclineBelow of(List<UpdateServerFacts> survey) {
    List<Replica> replicas = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    List<UpdateServerFacts> ours =
        survey.stream().filter(facts -> facts.server().owner() == WsusServer.Owner.WSUS).toList();
    for (UpdateServerFacts facts : ours) {
      switch (facts) {
        case UpdateServerFacts.Known known when known.configuration().isReplica() ->
            replicas.add(
                new Replica(known.server().name(), known.stock().sensors(), known.superseded()));
        case UpdateServerFacts.Known _ -> {
          // It decides for itself.
        }
        case UpdateServerFacts.Unknown unknown -> unread.add(unknown.server().name());
      }
    }
    return new DeclineBelow(replicas, unread);
  }

  /** Reason why the update is not declined now. */
  Optional<String> objection(UUID update) {
    return unread.isEmpty()
        ? replicas.stream().flatMap(replica -> replica.objection(update).stream()).findFirst()
        : Optional.of(
            "who needs it is not known while %s cannot be read"
                .formatted(String.join(", ", unread)));
  }
}
