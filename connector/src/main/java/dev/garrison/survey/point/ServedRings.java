package dev.garrison.survey.point;

import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.ServedRing;
import java.util.List;

/** The rings of a manifest that a site serves. */
public final class ServedRings {
  private ServedRings() {}

  /** In the order of the manifest. */
  public static List<ServedRing> of(SensorUpdateSection section) {
    return section.rings().stream()
        .flatMap(ring ->
            ring.served().stream()
                .map(served ->
                    new ServedRing(
                        ring.ring(), served.collection(), served.rule(), section.releases())))
        .toList();
  }
}
