package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Antivirus of servers of which little is known. */
public final class KnownAntivirus {
  /** Value for a server of which nothing is told. */
  public static final AntivirusEvidence NOT_TOLD =
      new AntivirusEvidence(
          Optional.empty(),
          Running.NOT_TOLD,
          Others.NOT_TOLD,
          Optional.empty(),
          Optional.empty(),
          ProtectionState.NOT_TOLD,
          false,
          Optional.empty(),
          false,
          Optional.empty());

  private KnownAntivirus() {}

  /** Inventory that shows another antivirus running, or none of which anything is told. */
  public static AntivirusEvidence beside(@Nullable String other) {
    return new AntivirusEvidence(
        Optional.empty(),
        Running.NOT_TOLD,
        new Others(
            other != null, Optional.ofNullable(other), Optional.empty(), false, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        ProtectionState.NOT_TOLD,
        false,
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** What a server itself answered, and nothing else. */
  public static AntivirusEvidence answering(LiveAnswer answer) {
    return answering(NOT_TOLD, Optional.of(answer));
  }

  /** The same evidence, with what the server itself answered. */
  public static AntivirusEvidence answering(AntivirusEvidence known, Optional<LiveAnswer> answer) {
    return new AntivirusEvidence(
        known.inventoried(),
        known.defender(),
        known.others(),
        known.stated(),
        known.custom(),
        known.protection(),
        known.sensorSeen(),
        known.agent(),
        known.passiveRead(),
        answer);
  }

  /** The same evidence, with the server's answer of a policy that turns the antivirus off. */
  public static AntivirusEvidence underPolicy(AntivirusEvidence known, Optional<String> policy) {
    return answering(
        known,
        policy.map(_ ->
            new LiveAnswer(
                Instant.parse("2026-11-24T21:00:00Z"),
                LiveService.MISSING,
                LiveService.RUNNING,
                Optional.empty(),
                policy,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  /** Answer of a server on which Sense and WinDefend run. */
  static LiveAnswer answer(
      Instant at,
      Optional<String> forced,
      Optional<String> mode,
      Optional<Boolean> realTime,
      Optional<String> other) {
    return new LiveAnswer(
        at,
        LiveService.RUNNING,
        LiveService.RUNNING,
        forced,
        Optional.empty(),
        mode,
        Optional.empty(),
        Optional.empty(),
        realTime,
        other,
        Optional.empty(),
        Optional.empty());
  }
}
