package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.List;

/** Current update in one release line of one server. */
public sealed interface Choice {
  /**
   * The newest update that is published and not superseded.
   *
   * @param stillCurrent older ones that no update on the server supersedes, newest first. Normal if
   *     releases between are missing, because an update names only some of those before it
   */
  record Selected(SensorUpdate sensor, List<SensorUpdate> stillCurrent) implements Choice {
    public Selected {
      stillCurrent = List.copyOf(stillCurrent);
    }
  }

  /** The newest update, once its license terms are accepted; no older one is selected instead. */
  record NeedsLicence(SensorUpdate sensor) implements Choice {}

  /** No update. */
  record Nothing(Absence absence) implements Choice {}

  /**
   * No decision: a person must check.
   *
   * @param sensors the updates of the line in question, in the order of their versions
   * @param against those that name the newest as superseded, of any line, in the order of their
   *     identities
   */
  record Disagreement(Conflict conflict, List<SensorUpdate> sensors, List<Update> against)
      implements Choice {
    public Disagreement {
      sensors = List.copyOf(sensors);
      against = List.copyOf(against);
    }
  }
}
