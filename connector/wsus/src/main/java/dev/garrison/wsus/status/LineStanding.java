package dev.garrison.wsus.status;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.wsus.sensor.SensorStock;
import java.util.List;
import java.util.Optional;

/**
 * Status of one family and channel on one server.
 *
 * @param choice the current update, or why there is none
 * @param groups those with computers or an approval, for the current update
 */
public record LineStanding(ReleaseLine line, Choice choice, List<GroupStanding> groups) {
  public LineStanding {
    groups = List.copyOf(groups);
  }

  /** Current update. */
  public Optional<SensorUpdate> current() {
    return SensorStock.current(choice);
  }

  /** Checks whether it needs attention: the updates disagree, or computers failed. */
  public boolean needsLook() {
    return choice instanceof Choice.Disagreement
        || groups.stream().anyMatch(group -> group.counts().failed() > 0);
  }
}
