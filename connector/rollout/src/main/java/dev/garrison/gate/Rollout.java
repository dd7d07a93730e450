package dev.garrison.gate;

import dev.garrison.language.Text;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.Resumption;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
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
      return verdict(
          ring,
          RingState.WAITING,
          Text.of("gate.waits", "ring", closed.get().ring()).toString(),
          ring.note());
    }
    if (blackout) {
      return verdict(ring, RingState.WAITING, Text.of("gate.blackout").toString(), ring.note());
    }
    if (ring.unready().isPresent()) {
      return verdict(ring, unready, ring.unready().get(), ring.note());
    }
    return new RingVerdict(
        ring.ring(),
        RingState.OPEN,
        (first ? Text.of("gate.first") : Text.of("gate.rings-passed")).toString(),
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
          Text.of(
                  "gate.failed",
                  "share",
                  health.share(health.failed()),
                  "limit",
                  ring.gate().failed())
              .toString();
      return verdict(
          ring,
          RingState.HALTED,
          why,
          note.haltedBecause(why, new RingNote.HaltOrder(RingNote.HaltOrder.GATE, now)));
    }
    if (note.skipped().isPresent()) {
      return verdict(
          ring,
          RingState.PASSED,
          Text.of("gate.skipped", "reason", note.skipped().get()).toString(),
          note);
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
    return Text.of(
            "gate.tried-again",
            "share",
            ring.health().share(ring.health().failed()),
            "until",
            resumption.until())
        .toString();
  }

  private RingVerdict healthy(RingSituation ring, RingNote note) {
    Instant since = note.healthySince().orElse(now);
    Instant end = since.plus(ring.gate().soak());
    if (now.isBefore(end)) {
      return verdict(
          ring,
          RingState.SOAKING,
          reached(ring, "gate.soaking", "gate.soaking-noted", "end", end),
          note);
    }
    // A server that was heard of again counts again: the soak itself goes on.
    return silent(ring, since)
        .map(silent -> notThere(ring, silent, note))
        .orElseGet(() ->
            verdict(
                ring,
                RingState.PASSED,
                reached(ring, "gate.soaked", "gate.soaked-noted", "since", since),
                note));
  }

  /** Reason why a soak proves too little: too many servers were silent all the time. */
  private Optional<String> silent(RingSituation ring, Instant since) {
    Lack silent = ring.antivirus().silent();
    int onboarded = ring.onboarded() - ring.antivirus().silentOnboarded();
    return lacking(ring, ring.health().reporting() - silent.servers(), onboarded)
        .map(missing ->
            Text.of(
                    "gate.silent",
                    "count",
                    silent.servers(),
                    "servers",
                    silent.listed(),
                    "since",
                    since,
                    "missing",
                    missing)
                .toString());
  }

  /**
   * A sentence about the servers that reached the goal.
   *
   * @param noted the key of the sentence that has a note about antivirus
   */
  private String reached(
      RingSituation ring, String plain, String noted, String place, Object value) {
    return reached(ring, ring.onboarded(), plain, noted, place, value);
  }

  private String reached(
      RingSituation ring, int servers, String plain, String noted, String place, Object value) {
    Optional<Text> note = AntivirusNote.of(ring);
    return Text.of(
            note.isPresent() ? noted : plain,
            "share",
            ring.health().share(servers),
            "done",
            done,
            place,
            value,
            "note",
            note.map(Text::toString).orElse(""))
        .toString();
  }

  /** The first condition of the gate that the ring does not meet, if any. */
  private Optional<String> missing(RingSituation ring) {
    RingHealth health = ring.health();
    if (!ring.undeployed().isEmpty()) {
      return Optional.of(Text.of("gate.undeployed", "collections", ring.undeployed()).toString());
    }
    if (health.targeted() == 0) {
      return Optional.of(Text.of("gate.untargeted").toString());
    }
    return lacking(ring, health.reporting(), ring.onboarded()).or(() -> unprotected(ring));
  }

  /** The share of servers that is too low, if one is. */
  private Optional<String> lacking(RingSituation ring, int reporting, int onboarded) {
    RingHealth health = ring.health();
    RingGate gate = ring.gate();
    if (!health.reaches(reporting, gate.reporting())) {
      return Optional.of(
          Text.of("gate.reporting", "share", health.share(reporting), "needed", gate.reporting())
              .toString());
    }
    return health.reaches(onboarded, gate.onboarded())
        ? Optional.empty()
        : Optional.of(
            reached(
                ring, onboarded, "gate.missing", "gate.missing-noted", "needed", gate.onboarded()));
  }

  /** A server that nothing protects closes a gate, whatever share the others have. */
  private static Optional<String> unprotected(RingSituation ring) {
    Lack unprotected = ring.antivirus().unprotected();
    return unprotected.isAny()
        ? Optional.of(
            Text.of(
                    "gate.unprotected",
                    "count",
                    unprotected.servers(),
                    "servers",
                    unprotected.listed(),
                    "ring",
                    ring.ring())
                .toString())
        : Optional.empty();
  }

  private RingVerdict notThere(RingSituation ring, String missing, RingNote note) {
    Duration open = Duration.between(ring.opened().orElse(now), now);
    return open.compareTo(ring.gate().stalledAfter()) < 0
        ? verdict(ring, RingState.OPEN, missing, note)
        : verdict(
            ring,
            RingState.STALLED,
            Text.of("gate.stalled", "time", open, "missing", missing).toString(),
            note);
  }

  private static String halted(RingNote note) {
    String reason =
        note.halted()
            .filter(noted -> !noted.isEmpty())
            .orElseGet(() -> Text.of("gate.no-reason").toString());
    return note.ordered()
        .map(order ->
            Text.of("gate.halted-by", "reason", reason, "by", halter(order), "at", order.at())
                .toString())
        .orElse(reason);
  }

  private static Object halter(RingNote.HaltOrder order) {
    return order.by().equals(RingNote.HaltOrder.GATE) ? Text.of("gate.halter") : order.by();
  }

  private static RingVerdict verdict(
      RingSituation ring, RingState state, String reason, RingNote note) {
    return new RingVerdict(ring.ring(), state, reason, note, false);
  }
}
