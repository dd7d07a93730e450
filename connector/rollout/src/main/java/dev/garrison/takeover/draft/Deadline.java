package dev.garrison.takeover.draft;

import dev.garrison.manifest.value.RelativeDeadline;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Deadline of a ring's deployments, counted from their start.
 *
 * @param value in the manifest's form
 */
public record Deadline(RelativeDeadline value) {
  private static final Deadline USUAL =
      new Deadline(new RelativeDeadline.OnDay(3, LocalTime.of(22, 0)));
  private static final int MOST_DAYS = 90;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** The manifest's form, such as {@code +3d 22:00}. */
  String text() {
    return value.toString();
  }

  /** Deadline from the times of a deployment; the usual one where it has none. */
  public static DraftValue<Deadline> between(Optional<Instant> start, Optional<Instant> deadline) {
    if (start.isEmpty() || deadline.isEmpty() || deadline.get().isBefore(start.get())) {
      return new DraftValue<>(
          USUAL, List.of("No deployment says when it was due: this is a proposal."));
    }
    LocalDateTime from = LocalDateTime.ofInstant(start.get(), ZoneOffset.UTC);
    LocalDateTime to = LocalDateTime.ofInstant(deadline.get(), ZoneOffset.UTC);
    long days = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
    String seen =
        "Deadlines count from a ring's opening; deployments of this one ran from %s to %s."
            .formatted(TIME.format(from), TIME.format(to));
    if (days > MOST_DAYS) {
      return new DraftValue<>(USUAL, List.of(seen, "That is longer than a manifest can say."));
    }
    return new DraftValue<>(
        new Deadline(
            new RelativeDeadline.OnDay(
                Math.toIntExact(days), to.toLocalTime().truncatedTo(ChronoUnit.MINUTES))),
        List.of(seen));
  }
}
