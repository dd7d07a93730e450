package dev.garrison.ring;

import dev.garrison.diagnostic.Worded;
import dev.garrison.mecm.site.OnboardingRoute;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts about a ring that Garrison keeps from one run to the next. They are in the comment of the
 * ring's collection, where an administrator sees them, because there is no state file (ADR 0002,
 * ADR 0024).
 *
 * @param healthySince time since which the ring's servers have met its gate
 * @param halted reason why its deployments are disabled
 * @param ordered who halted it, and when; empty in a note of an earlier version
 * @param route the deployment method of its servers when it was halted, because the halt may remove
 *     the deployments that show it; kept until they meet the gate
 * @param skipped reason why its gate need not be waited for
 * @param resumed its resumption after a halt; only while that matters
 */
public record RingNote(
    Optional<Instant> healthySince,
    Optional<String> halted,
    Optional<HaltOrder> ordered,
    Optional<OnboardingRoute> route,
    Optional<String> skipped,
    Optional<Resumption> resumed) {
  /** Empty note. */
  public static final RingNote NONE =
      new RingNote(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Origin and time of a halt.
   *
   * @param by a name, as the computer or the service knows it, or {@link #GATE}
   */
  public record HaltOrder(String by, Instant at) {
    /** The name of a ring's gate, which halts a ring without a person. */
    public static final String GATE = "the gate";

    /** Truncates the time to the second, and the name to one short line. */
    public HaltOrder {
      by = oneLine(by);
      at = at.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** Maximum length of a reason in characters, because comments are short. */
  public static final int LONGEST_REASON = 100;

  private static final Pattern HEALTHY = Pattern.compile("\\{healthy since ([^{}]*)}");
  private static final Pattern HALTED = Pattern.compile("\\{halted:? ?([^{}]*)}?");
  private static final Pattern ORDERED = Pattern.compile("\\{by ([^{}]*) at ([^{} ]*)}");
  private static final Pattern ROUTE = Pattern.compile("\\{route: ([^{}]*)}");
  private static final Pattern RESUMED =
      Pattern.compile("\\{resumed at ([^{} ]*) with (\\d{1,7}) failed}");
  private static final Pattern SKIPPED = Pattern.compile("\\{gate skipped: ([^{}]*)}");

  /** Truncates times to the second, because people read comments. */
  public RingNote {
    healthySince = healthySince.map(since -> since.truncatedTo(ChronoUnit.SECONDS));
    halted = halted.map(RingNote::oneLine);
    skipped = skipped.map(RingNote::oneLine);
  }

  /**
   * Reads the note in a comment. A text that resembles a halt is one, even if it was damaged. A
   * time that cannot be read is ignored, so that the ring soaks again; so is a route.
   */
  public static RingNote in(String comment) {
    return new RingNote(
        find(HEALTHY, comment).flatMap(RingNote::time),
        find(HALTED, comment),
        ordered(comment),
        find(ROUTE, comment).flatMap(word -> Worded.of(OnboardingRoute.class, word)),
        find(SKIPPED, comment),
        resumption(comment));
  }

  private static Optional<HaltOrder> ordered(String comment) {
    Matcher matcher = ORDERED.matcher(comment);
    return matcher.find()
        ? time(matcher.group(2)).map(at -> new HaltOrder(matcher.group(1), at))
        : Optional.empty();
  }

  private static Optional<Resumption> resumption(String comment) {
    Matcher matcher = RESUMED.matcher(comment);
    return matcher.find()
        ? time(matcher.group(1)).map(at -> new Resumption(at, Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Text of the note in a comment; empty when it contains no facts. */
  public String text() {
    StringBuilder text = new StringBuilder();
    halted.ifPresent(reason -> text.append("{halted: ").append(reason).append('}'));
    ordered.ifPresent(order -> text.append("{by %s at %s}".formatted(order.by(), order.at())));
    route.ifPresent(one -> text.append("{route: ").append(one.word()).append('}'));
    skipped.ifPresent(reason -> text.append("{gate skipped: ").append(reason).append('}'));
    resumed.ifPresent(resumption ->
        text.append(
            "{resumed at %s with %d failed}".formatted(resumption.at(), resumption.failed())));
    healthySince.ifPresent(since -> text.append("{healthy since ").append(since).append('}'));
    return text.toString().replace("}{", "} {");
  }

  /** Complete comment of a ring's collection, without the mark. */
  public String describing(String ring) {
    return ("Servers of ring " + ring + ". " + text()).strip();
  }

  /** Copy with the ring healthy since then, unless it was healthy before. */
  public RingNote healthy(Instant now) {
    return new RingNote(
        healthySince.or(() -> Optional.of(now)),
        halted,
        ordered,
        Optional.empty(),
        skipped,
        Optional.empty());
  }

  /** Copy with the ring's gate not met. */
  public RingNote unhealthy() {
    return new RingNote(Optional.empty(), halted, ordered, route, skipped, resumed);
  }

  /** Copy with the ring halted; its soak time starts again after that. */
  public RingNote haltedBecause(String reason, HaltOrder order) {
    return new RingNote(
        Optional.empty(),
        Optional.of(reason),
        Optional.of(order),
        route,
        skipped,
        Optional.empty());
  }

  /** Copy with this route. */
  public RingNote on(OnboardingRoute one) {
    return new RingNote(healthySince, halted, ordered, Optional.of(one), skipped, resumed);
  }

  /**
   * Copy with the ring resumed, while this number of servers counts as failed. Its earlier halt
   * stays noted where no other fact shows that the ring is not new.
   */
  public RingNote resumed(Instant now, int failed) {
    return new RingNote(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        route,
        skipped,
        failed == 0 && route.isPresent()
            ? Optional.empty()
            : Optional.of(new Resumption(now, failed)));
  }

  /** Copy with a gate that need not be waited for. */
  public RingNote skippedBecause(String reason) {
    return new RingNote(healthySince, halted, ordered, route, Optional.of(reason), resumed);
  }

  private static Optional<String> find(Pattern pattern, String comment) {
    Matcher matcher = pattern.matcher(comment);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String oneLine(String reason) {
    String line = reason.replaceAll("[{}\\[\\]]", "'").replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_REASON
        ? line
        : line.substring(0, LONGEST_REASON - 3).strip() + "...";
  }
}
