package dev.garrison.survey.point;

import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.ServedRing;
import java.util.List;
import java.util.stream.Collectors;

/** Selects the rings of a manifest that a site serves. */
public final class ServedRings {
  private ServedRings() {}

  /** Returns the rings in the order of the manifest. */
  public static List<ServedRing> of(SensorUpdateSection section) {
    return section.rings().stream()
        .flatMap(ring ->
            ring.served().stream()
                .map(served ->
                    new ServedRing(
                        ring.ring(),
                        served.collection(),
                        served.rule(),
                        served.deadlineDays(),
                        section.releases(),
                        section.held().stream()
                            .map(HeldVersion::version)
                            .collect(Collectors.toSet()))))
        .toList();
  }
}
