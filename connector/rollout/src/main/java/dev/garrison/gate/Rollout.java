package dev.garrison.gate;

import dev.garrison.language.DurationText;
import dev.garrison.ring.Resumption;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides the state of each ring, in order. A ring opens only when the gates of all rings before it
 * are met; a ring that has been opened is judged on its own. The same situations at the same time
 * give the same verdicts.
 */
public final class Rollout {
  private final Instant now;
  private final boolean blackout;
  private final String done;
  private final RingState unready;

  /**
   * Decides about rings that onboard. What makes one of them unready is for a person to mend.
   *
   * @param blackout whether no ring may open today
   */
  public Rollout(Instant now, boolean blackout) {
    this(now, blackout, "onboarded", RingState.BLOCKED);
  }

  /**
   * Decides about rings with another goal. They become ready without a person.
   *
   * @param done one word for a server that has reached the goal
   */
  public Rollout(Instant now, boolean blackout, String done) {
    this(now, blackout, done, RingState.WAITING);
  }

  private Rollout(Instant now, boolean blackout, String done, RingState unready) {
    this.now = now;
    this.blackout = blackout;
    this.done = done;
    this.unready = unready;
  }

  /** One verdict for each ring, in the order given. */
  public List<RingVerdict> decide(List<RingSituation> rings) {
    List<RingVerdict> verdicts = new ArrayList<>();
    Optional<RingVerdict> closed = Optional.empty();
    for (RingSituation ring : rings) {
      RingVerdict verdict =
          ring.opened().isPresent() ? opened(ring) : unopened(ring, verdicts.isEmpty(), closed);
      verdicts.add(verdict);
      if (closed.isEmpty() && verdict.state() != RingState.PASSED) {
        closed = Optional.of(verdict);
      }
    }
    return List.copyOf(verdicts);
  }

  private RingVerdict unopened(RingSituation ring, boolean first, Optional<RingVerdict> closed) {
    if (ring.note().halted().isPresent()) {
      return verdict(ring, RingState.HALTED, halted(ring.note()), ring.note());
    }
    if (closed.isPresent()) {
      RingVerdict before = closed.get();
      return verdict(
          ring,
          RingState.WAITING,
          "%s is %s: %s".formatted(before.ring(), before.state().word(), before.reason()),
          ring.note());
    }
    if (blackout) {
      return verdict(ring, RingState.WAITING, "today is a blackout day", ring.note());
    }
    if (ring.unready().isPresent()) {
      return verdict(ring, unready, ring.unready().get(), ring.note());
    }
    return new RingVerdict(
        ring.ring(),
        RingState.OPEN,
        first ? "it is the first ring" : "the rings before it have passed",
        ring.note(),
        true);
  }

  private RingVerdict opened(RingSituation ring) {
    RingHealth health = ring.health();
    RingNote note = ring.note();
    if (note.halted().isPresent()) {
      return verdict(ring, RingState.HALTED, halted(note), note.unhealthy());
    }
    if (health.exceeds(health.failed(), ring.gate().failed())) {
      Optional<Resumption> covering =
          note.resumed().filter(resumption -> resumption.covers(health.failed(), now));
      if (covering.isPresent()) {
        return verdict(ring, RingState.OPEN, triedAgain(ring, covering.get()), note.unhealthy());
      }
      String why =
          "%s failed, %d %% may".formatted(health.share(health.failed()), ring.gate().failed());
      return verdict(
          ring,
          RingState.HALTED,
          why,
          note.haltedBecause(why, new RingNote.HaltOrder(RingNote.HaltOrder.GATE, now)));
    }
    if (note.skipped().isPresent()) {
      return verdict(ring, RingState.PASSED, "its gate was skipped: " + note.skipped().get(), note);
    }
    Optional<String> missing = missing(ring);
    if (missing.isPresent()) {
      return notThere(ring, missing.get(), note.unhealthy());
    }
    if (ring.modesUnknown()) {
      // That nobody answered today is no sign that the servers fell back: the soak goes on.
      return notThere(ring, UnknownModes.of(ring), note);
    }
    return healthy(ring, note.healthy(now));
  }

  private static String triedAgain(RingSituation ring, Resumption resumption) {
    return "%s failed before it was resumed, and are tried again until %s"
        .formatted(ring.health().share(ring.health().failed()), resumption.until());
  }

  private RingVerdict healthy(RingSituation ring, RingNote note) {
    Instant since = note.healthySince().orElse(now);
    Instant end = since.plus(ring.gate().soak());
    String onboarded = ring.health().share(ring.onboarded()) + " " + done + said(ring);
    return now.isBefore(end)
        ? verdict(ring, RingState.SOAKING, onboarded + ", soaking until " + end, note)
        : verdict(ring, RingState.PASSED, onboarded + ", soaked since " + since, note);
  }

  /** The first condition of the gate that the ring does not meet, if any. */
  private Optional<String> missing(RingSituation ring) {
    RingHealth health = ring.health();
    if (!ring.undeployed().isEmpty()) {
      return Optional.of(
          "nothing is deployed to %s yet".formatted(String.join(", ", ring.undeployed())));
    }
    if (health.targeted() == 0) {
      return Optional.of("no server is targeted yet");
    }
    if (!health.reaches(health.reporting(), ring.gate().reporting())) {
      return Optional.of(
          "%s report, %d %% needed"
              .formatted(health.share(health.reporting()), ring.gate().reporting()));
    }
    if (!health.reaches(ring.onboarded(), ring.gate().onboarded())) {
      return Optional.of(
          "%s %s, %d %% needed%s"
              .formatted(
                  health.share(ring.onboarded()), done, ring.gate().onboarded(), said(ring)));
    }
    return unprotected(ring);
  }

  /** A server that nothing protects closes a gate, whatever share the others have. */
  private static Optional<String> unprotected(RingSituation ring) {
    Lack unprotected = ring.antivirus().unprotected();
    return unprotected.isAny()
        ? Optional.of(
            "no antivirus protects %d of its servers: %s; repair it there, leave the server out by 'exceptions', or 'garrison rollout skip %s'"
                .formatted(unprotected.servers(), unprotected.listed(), ring.ring()))
        : Optional.empty();
  }

  /** Addition to the share of onboarded servers. */
  private static String said(RingSituation ring) {
    Lack unhealthy = ring.antivirus().unhealthy();
    UnknownAntivirus unknown = ring.antivirus().unknown();
    StringBuilder said = new StringBuilder();
    if (unhealthy.isAny()) {
      said.append(
          ring.passive()
              ? ", not counting %d whose antivirus is not passive: %s"
                  .formatted(unhealthy.servers(), unhealthy.listed())
              : ", not counting %d whose real-time protection is off: %s"
                  .formatted(unhealthy.servers(), unhealthy.listed()));
    }
    if (unknown.isAny() && !ring.modesUnknown()) {
      said.append(
          ring.passive()
              ? ", the mode of %d known by a sample only".formatted(unknown.servers())
              : ", real-time protection not known on %d".formatted(unknown.servers()));
    }
    return said.toString();
  }

  private RingVerdict notThere(RingSituation ring, String missing, RingNote note) {
    Duration open = Duration.between(ring.opened().orElse(now), now);
    return open.compareTo(ring.gate().stalledAfter()) < 0
        ? verdict(ring, RingState.OPEN, missing, note)
        : verdict(
            ring,
            RingState.STALLED,
            "%s, %s after it opened".formatted(missing, DurationText.of(open)),
            note);
  }

  private static String halted(RingNote note) {
    return note.halted().filter(reason -> !reason.isEmpty()).orElse("no reason was noted")
        + note.ordered().map(order -> " (by %s, %s)".formatted(order.by(), order.at())).orElse("");
  }

  private static RingVerdict verdict(
      RingSituation ring, RingState state, String reason, RingNote note) {
    return new RingVerdict(ring.ring(), state, reason, note, false);
  }
}
