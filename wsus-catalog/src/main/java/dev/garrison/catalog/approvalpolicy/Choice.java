package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.List;

/** What is current in one release line of one server. */
public sealed interface Choice {
  /**
   * This one: the newest that is published and not superseded.
   *
   * @param stillCurrent older ones that nothing on the server supersedes, newest first. Normal
   *     where releases between are missing, because an update names only some of those before it
   */
  record Selected(SensorUpdate sensor, List<SensorUpdate> stillCurrent) implements Choice {
    public Selected {
      stillCurrent = List.copyOf(stillCurrent);
    }
  }

  /** This one, when somebody has accepted its licence terms; no older one instead. */
  record NeedsLicence(SensorUpdate sensor) implements Choice {}

  /** None. */
  record Nothing(Absence absence) implements Choice {}

  /**
   * Undecided: a person has to look.
   *
   * @param sensors the updates of the line that it is about, in the order of their versions
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
