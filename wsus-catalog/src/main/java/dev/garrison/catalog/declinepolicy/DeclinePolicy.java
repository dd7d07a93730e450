package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.Keep;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides whether an update may be declined. A decline cannot be undone without approving, so
 * everything must be proven: another update of the same line supersedes it on this server, is
 * surely installed by every group that may install it, has been available for the grace period, is
 * downloaded, and no computer that reported would be left with neither.
 *
 * <p>Approval rules of the server are not checked: before you decline, make sure that none approves
 * the update again.
 *
 * @param product the updates that count
 * @param lines families with channels that may be changed
 * @param grace time for which the superseder must have been available
 */
public record DeclinePolicy(SensorProduct product, SortedSet<ReleaseLine> lines, Duration grace) {
  /** Shortest grace period; a shorter one is refused. */
  public static final Duration LEAST_GRACE = Duration.ofDays(30);

  public DeclinePolicy {
    lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    if (grace.compareTo(LEAST_GRACE) < 0) {
      throw new IllegalArgumentException(
          "the grace period is at least " + LEAST_GRACE.toDays() + " days, not " + grace);
    }
  }

  /** Decides whether the update may be declined now. */
  public DeclineVerdict judge(Update update, Situation situation, Instant now) {
    return switch (product.recognise(update)) {
      case Recognition.Unrelated _ ->
          new Keep(KeepReason.NOT_OURS, "it is not of KB" + product.kbArticle());
      case Recognition.OtherProduct _ -> new Keep(KeepReason.NOT_OURS, "it is not of the product");
      case Recognition.Unparseable(String why) -> new Keep(KeepReason.UNPARSEABLE_TITLE, why);
      case Recognition.Ours(SensorUpdate sensor) -> judge(sensor, situation, now);
    };
  }

  private DeclineVerdict judge(SensorUpdate sensor, Situation situation, Instant now) {
    var standing = sensor.update().standing();
    if (!lines.contains(sensor.line())) {
      return new Keep(KeepReason.OTHER_LINE, "its family and channel are not asked for");
    }
    if (!standing.latestRevision()) {
      return new Keep(KeepReason.NOT_LATEST_REVISION, "it has a later revision");
    }
    if (standing.declined()) {
      return new Keep(KeepReason.ALREADY_DECLINED, "it is declined already");
    }
    if (!standing.superseded()) {
      return standing.publication() == Publication.EXPIRED
          ? new Keep(
              KeepReason.EXPIRED_ONLY,
              "it is expired, but the server calls it superseded by nothing")
          : new Keep(KeepReason.NOT_SUPERSEDED, "the server does not call it superseded");
    }
    return superseded(sensor, situation, now);
  }

  /** Verdict with the newest superseder that allows it; otherwise the objection to the newest. */
  private DeclineVerdict superseded(SensorUpdate sensor, Situation situation, Instant now) {
    List<DeclineVerdict> verdicts =
        situation.updates().stream()
            .map(product::recognise)
            .filter(Recognition.Ours.class::isInstance)
            .map(recognition -> ((Recognition.Ours) recognition).sensor())
            .filter(other -> situation.supersedence().replaces(other.id(), sensor.id()))
            .sorted(SensorUpdate.ORDER.reversed())
            .map(superseder ->
                new DeclineCase(sensor, superseder, situation).verdict(now.minus(grace)))
            .toList();
    return verdicts.stream()
        .filter(DeclineVerdict.MayDecline.class::isInstance)
        .findFirst()
        .or(() -> verdicts.stream().findFirst())
        .orElseGet(() ->
            new Keep(
                KeepReason.SUPERSEDER_UNKNOWN,
                "the server calls it superseded, but no update of KB"
                    + product.kbArticle()
                    + " there names it so"));
  }
}
