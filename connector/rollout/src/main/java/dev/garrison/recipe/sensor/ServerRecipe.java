package dev.garrison.recipe.sensor;

import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.server.UpdateServerState;
import dev.garrison.wsus.subscription.ProductSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Wanted state of the update servers themselves. */
final class ServerRecipe {
  private final SensorUpdateSection section;

  ServerRecipe(SensorUpdateSection section) {
    this.section = section;
  }

  /** The servers, and the sensor's product on those that get updates from Microsoft. */
  List<Wanted<?>> wanted(List<UpdateServerFacts> survey) {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (UpdateServerFacts facts : survey) {
      wanted.add(Wanted.present(UpdateServerState.address(facts.server().name()), state(facts)));
      if (facts instanceof UpdateServerFacts.Known known
          && known.takesApprovals()
          && known.configuration().syncsFromMicrosoft()) {
        wanted.add(
            new Wanted<>(
                ProductSubscription.address(known.server().name()),
                new Desired.Present<>(ProductSubscription.of(known.server().name())),
                WritePermit.behind(known)));
      }
    }
    return wanted;
  }

  private UpdateServerState state(UpdateServerFacts facts) {
    String watched = watched(facts);
    Set<String> groups =
        section.rings().stream()
            .flatMap(ring -> facts.server().groups(ring).stream())
            .collect(Collectors.toSet());
    return new UpdateServerState(true, true, watched.isEmpty() ? groups : Set.of(), watched);
  }

  private static String watched(UpdateServerFacts facts) {
    if (facts.server().owner() == WsusServer.Owner.MECM) {
      return Text.of("sensor-server.point").toString();
    }
    if (facts.server().owner() == WsusServer.Owner.UNSTATED) {
      return Text.of("sensor-server.unstated").toString();
    }
    return facts instanceof UpdateServerFacts.Known known && known.configuration().isReplica()
        ? Text.of("sensor-server.replica").toString()
        : "";
  }
}
