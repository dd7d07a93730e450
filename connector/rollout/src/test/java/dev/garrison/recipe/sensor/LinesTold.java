package dev.garrison.recipe.sensor;

import dev.garrison.gate.Rollout;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.survey.sensor.UpdateServerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a rollout of one line says: its remarks, then the version, then each ring. */
final class LinesTold {
  private LinesTold() {}

  static List<String> of(ManifestResult read, ServerMade... servers) {
    return of(read, facts(servers));
  }

  static List<UpdateServerFacts> facts(ServerMade... servers) {
    return Stream.of(servers).<UpdateServerFacts>map(ServerMade::facts).toList();
  }

  static List<String> of(ManifestResult read, List<UpdateServerFacts> facts) {
    return told(rollout(read, facts, false));
  }

  static List<String> onBlackoutDay(ManifestResult read, ServerMade... servers) {
    return told(rollout(read, facts(servers), true));
  }

  static ReleaseLineRollout rollout(
      ManifestResult read, List<UpdateServerFacts> facts, boolean blackout) {
    return new ReleaseLineRollout(
        ServerMade.LINE,
        SensorManifest.sensorUpdate(read),
        RingServers.of(SensorManifest.sensorUpdate(read), facts, ServerMade.LINE),
        new Rollout(ServerMade.NOW, blackout, "installed"),
        ServerMade.NOW);
  }

  private static List<String> told(ReleaseLineRollout rollout) {
    List<String> told = new ArrayList<>(rollout.remarks());
    rollout
        .target()
        .ifPresent(target -> {
          told.add(target.version().toString());
          target
              .verdicts()
              .forEach(verdict ->
                  told.add(
                      "%s %s: %s"
                          .formatted(verdict.ring(), verdict.state().word(), verdict.reason())));
        });
    return told;
  }
}
