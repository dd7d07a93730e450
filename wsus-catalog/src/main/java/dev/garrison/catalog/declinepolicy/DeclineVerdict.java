package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Verdict on declining an update. */
public sealed interface DeclineVerdict {
  /**
   * The update is no longer needed. Declining hides it from all computers, and only an approval
   * makes it available again.
   *
   * @param superseder the update that supersedes it
   * @param chain from the superseder to the update, each naming the next as superseded
   * @param groups those that the update is approved for; the superseder is installed in each
   * @param since time since which the superseder was available to all of them
   * @param computers number of computers that reported
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
   * The update is not declined.
   *
   * @param words the reason, for people: a clause
   */
  record Keep(KeepReason reason, String words) implements DeclineVerdict {}
}
