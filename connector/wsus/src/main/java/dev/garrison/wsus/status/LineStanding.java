package dev.garrison.wsus.status;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.wsus.sensor.SensorStock;
import java.util.List;
import java.util.Optional;

/**
 * One family and channel on one server.
 *
 * @param choice what is current in it, or why nothing is
 * @param groups those with computers or an approval, for the current one
 */
public record LineStanding(ReleaseLine line, Choice choice, List<GroupStanding> groups) {
  public LineStanding {
    groups = List.copyOf(groups);
  }

  /** The current update. */
  public Optional<SensorUpdate> current() {
    return SensorStock.current(choice);
  }

  /** Whether a person has to look: nothing can be told, or computers failed. */
  public boolean needsLook() {
    return choice instanceof Choice.Disagreement
        || groups.stream().anyMatch(group -> group.counts().failed() > 0);
  }
}
