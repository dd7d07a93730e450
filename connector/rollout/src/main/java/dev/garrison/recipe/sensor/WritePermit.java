package dev.garrison.recipe.sensor;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusWrites;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.server.UpdateServerState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reasons not to write to a server now, from the manifest's settings for it. */
final class WritePermit {
  private WritePermit() {}

  /** Objects that have to be in place before anything is written to a server. */
  static Set<Address> behind(UpdateServerFacts facts) {
    return Set.of(UpdateServerState.address(facts.server().name()));
  }

  /** Reason why this group gets no approval; empty if it may get one. */
  static Optional<Hold> forGroup(UpdateServerFacts.Known known, TargetGroup group) {
    return forServer(known)
        .filter(_ ->
            known
                .server()
                .writes()
                .flatMap(WsusWrites::canary)
                .filter(canary -> known.stock().groups(canary).contains(group))
                .isEmpty());
  }

  /** Reason why nothing is written but an approval for the canary group; empty if there is none. */
  static Optional<Hold> forServer(UpdateServerFacts.Known known) {
    Optional<WsusWrites> writes = known.server().writes();
    String server = known.server().name();
    if (writes.isEmpty()) {
      return Optional.of(writesOff(server, Text.of("sensor-hold.writes-off-set")));
    }
    Optional<String> canary = writes.get().canary();
    if (canary.isEmpty()) {
      return Optional.of(
          Hold.blocked(
              Text.of("sensor-hold.no-canary").toString(),
              Message.of("sensor-block.no-canary", "server", server)));
    }
    return writes.get().acknowledges(known.version())
        ? Optional.empty()
        : Optional.of(notAcknowledged(server, canary.get(), product(known.version())));
  }

  /** Hold on a server for which the manifest does not allow writes. */
  static Hold writesOff(String server, Text reason) {
    return Hold.blocked(reason.toString(), Message.of("sensor-block.writes-off", "server", server));
  }

  private static Hold notAcknowledged(String server, String group, String version) {
    return Hold.blocked(
        Text.of("sensor-hold.not-acknowledged", "group", group, "version", version).toString(),
        Message.of(
            "sensor-block.not-acknowledged", "server", server, "group", group, "version", version));
  }

  private static String product(String version) {
    String[] numbers = version.split("\\.", -1);
    return numbers.length < 3 ? version : String.join(".", List.of(numbers).subList(0, 3));
  }
}
