package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusEvidence.CustomRow;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Stated;
import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.util.Optional;

/**
 * Determines which antivirus protects a server. The server's own answer comes first, then the
 * custom inventory class, then Endpoint Protection, then services. No class of a site tells the
 * running mode, and real-time protection that is off does not prove passive mode. The same evidence
 * gives the same state.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
 *     Microsoft Defender Antivirus compatibility with other security products</a>
 */
public final class AntivirusRules {
  private static final String ACTIVE_VALUE = "0";
  private static final String PASSIVE_VALUE = "1";

  private AntivirusRules() {}

  /** The state of a server of which it is not known that its sensor is not onboarded. */
  public static AntivirusState of(AntivirusEvidence evidence) {
    return of(evidence, false);
  }

  /**
   * The state of a server.
   *
   * @param beforeOnboarding whether its sensor is known not to be onboarded: there is no passive
   *     mode then, so an antivirus that runs is active
   */
  public static AntivirusState of(AntivirusEvidence evidence, boolean beforeOnboarding) {
    Optional<Told<RunningMode>> mode = mode(evidence);
    Optional<Told<Boolean>> realTime = realTime(evidence);
    Optional<Told<String>> other = other(evidence);
    return new AntivirusState(
        defender(evidence, mode, realTime, beforeOnboarding),
        mode,
        realTime,
        others(evidence, other),
        other,
        evidence
            .others()
            .installed()
            .filter(product -> other.map(Told::value).filter(product::equals).isEmpty()),
        evidence.others().sensor());
  }

  private static Optional<Told<RunningMode>> mode(AntivirusEvidence evidence) {
    return evidence
        .live()
        .flatMap(answer ->
            answer
                .runningMode()
                .flatMap(RunningMode::in)
                .map(mode -> new Told<>(mode, Source.LIVE, Optional.of(answer.at()))))
        .or(() ->
            inventory(evidence)
                .flatMap(CustomRow::mode)
                .flatMap(RunningMode::in)
                .map(mode -> new Told<>(mode, Source.CUSTOM_CLASS, evidence.inventoried())));
  }

  private static Optional<Told<Boolean>> realTime(AntivirusEvidence evidence) {
    return evidence
        .live()
        .flatMap(answer ->
            answer.realTime().map(on -> new Told<>(on, Source.LIVE, Optional.of(answer.at()))))
        .or(() ->
            inventory(evidence)
                .flatMap(CustomRow::realTime)
                .map(on -> new Told<>(on, Source.CUSTOM_CLASS, evidence.inventoried())))
        .or(() ->
            evidence
                .protection()
                .realTime()
                .filter(_ -> !isStoppedNow(evidence))
                .map(on -> new Told<>(on, Source.ENDPOINT_PROTECTION, Optional.empty())));
  }

  /** Row of the custom class, unless the server itself answered later that Defender is stopped. */
  private static Optional<CustomRow> inventory(AntivirusEvidence evidence) {
    return evidence.custom().filter(_ -> !isStoppedNow(evidence));
  }

  private static boolean isStoppedNow(AntivirusEvidence evidence) {
    return evidence.live().filter(now -> now.defender() != LiveService.RUNNING).isPresent();
  }

  private static Defender defender(
      AntivirusEvidence evidence,
      Optional<Told<RunningMode>> mode,
      Optional<Told<Boolean>> realTime,
      boolean beforeOnboarding) {
    return mode.map(known ->
            switch (known.value()) {
              case NORMAL -> active(realTime);
              case PASSIVE, SXS_PASSIVE -> Defender.PASSIVE;
              case NOT_RUNNING -> Defender.OFF;
              case EDR_BLOCK -> block(evidence, realTime);
            })
        .orElseGet(() -> withoutMode(evidence, realTime, beforeOnboarding));
  }

  private static Defender active(Optional<Told<Boolean>> realTime) {
    return realTime.map(Told::value).orElse(true) ? Defender.ACTIVE : Defender.OFF;
  }

  /**
   * EDR in block mode runs beside either mode; only the registry value tells which one. Where it is
   * not known, real-time protection tells at least whether Defender protects.
   */
  private static Defender block(AntivirusEvidence evidence, Optional<Told<Boolean>> realTime) {
    Optional<String> value = evidence.live().flatMap(LiveAnswer::forcePassive);
    if (value.isEmpty()) {
      return evidence.passiveRead()
          ? Defender.PASSIVE
          : realTime.map(_ -> active(realTime)).orElse(Defender.UNKNOWN);
    }
    return switch (value.get()) {
      case PASSIVE_VALUE -> Defender.PASSIVE;
      case ACTIVE_VALUE, LiveAnswer.NOT_SET -> active(realTime);
      default -> Defender.UNKNOWN;
    };
  }

  private static Defender withoutMode(
      AntivirusEvidence evidence, Optional<Told<Boolean>> realTime, boolean beforeOnboarding) {
    boolean asked = evidence.live().isPresent();
    boolean stopped =
        asked
            ? isStoppedNow(evidence)
            : evidence.defender() == Running.MISSING || evidence.defender() == Running.STOPPED;
    if (stopped) {
      return Defender.OFF;
    }
    if (realTime.isPresent()) {
      return active(realTime);
    }
    if (evidence.protection().antivirus().filter(on -> !on).isPresent()) {
      return Defender.OFF;
    }
    boolean runs = asked || evidence.defender() == Running.RUNNING;
    boolean disabled = evidence.live().filter(LiveAnswer::isDisabledByPolicy).isPresent();
    return beforeOnboarding && runs && !disabled ? Defender.ACTIVE : Defender.UNKNOWN;
  }

  private static Optional<Told<String>> other(AntivirusEvidence evidence) {
    Optional<String> asked = evidence.live().flatMap(LiveAnswer::otherAntivirus);
    Optional<Told<String>> seen =
        asked.isPresent()
            ? asked
                .filter(product -> !product.equals(LiveAnswer.NONE))
                .map(product ->
                    new Told<>(product, Source.LIVE, evidence.live().map(LiveAnswer::at)))
            : evidence
                .others()
                .running()
                .map(product -> new Told<>(product, Source.INVENTORY, evidence.inventoried()));
    return seen.or(() ->
        evidence
            .stated()
            .filter(stated -> !isDisproved(stated, evidence))
            .map(stated -> new Told<>(stated.product(), Source.MANIFEST, Optional.empty())));
  }

  /**
   * A statement counts only as long as nothing shows that its product does not run. A service would
   * be among the running ones that the server or inventory tells; without one, only inventory that
   * shows the product and its service, which has to be a known one, stopped disproves it.
   */
  private static boolean isDisproved(Stated stated, AntivirusEvidence evidence) {
    Others others = evidence.others();
    return stated.byService()
        ? others.told() || isAsked(evidence)
        : others.told()
            && !others.unwatched()
            && others.installed().filter(stated.product()::equals).isPresent();
  }

  private static boolean isAsked(AntivirusEvidence evidence) {
    return evidence.live().flatMap(LiveAnswer::otherAntivirus).isPresent();
  }

  private static Other others(AntivirusEvidence evidence, Optional<Told<String>> other) {
    if (other.isPresent()) {
      return Other.YES;
    }
    boolean told = isAsked(evidence) || evidence.others().told();
    return told && !evidence.others().unwatched() ? Other.NO : Other.UNKNOWN;
  }
}
