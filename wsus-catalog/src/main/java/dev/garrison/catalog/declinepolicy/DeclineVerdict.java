package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whether an update may be declined. */
public sealed interface DeclineVerdict {
  /**
   * Nobody needs it any more. Declining hides it from all computers, and only an approval brings it
   * back.
   *
   * @param superseder the update that takes its place
   * @param chain from the superseder to the update, each naming the next as superseded
   * @param groups those that the update is approved for; the superseder is installed in each
   * @param since when the superseder was there for all of them
   * @param computers how many reported
   */
  record MayDecline(
      SensorUpdate sensor,
      SensorUpdate superseder,
      List<UUID> chain,
      List<TargetGroup> groups,
      Instant since,
      int computers)
      implements DeclineVerdict {
    public MayDecline {
      chain = List.copyOf(chain);
      groups = List.copyOf(groups);
    }
  }

  /**
   * It stays.
   *
   * @param words why, for people: a clause
   */
  record Keep(KeepReason reason, String words) implements DeclineVerdict {}
}
