package dev.garrison.fleet.antivirus;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Protection of a server today, as far as it is known.
 *
 * @param defender what Microsoft Defender Antivirus does
 * @param mode its running mode; empty while it is not known
 * @param realTime whether its real-time protection is on; empty where that is not told
 * @param others whether another antivirus protects the server
 * @param other that product, seen running or stated by the manifest
 * @param idle an antivirus that is installed and not seen running
 * @param sensor a product that only detects
 */
public record AntivirusState(
    Defender defender,
    Optional<Told<RunningMode>> mode,
    Optional<Told<Boolean>> realTime,
    Other others,
    Optional<Told<String>> other,
    Optional<String> idle,
    Optional<String> sensor) {
  /** Part of Microsoft Defender Antivirus in the protection of a server. */
  public enum Defender {
    /** Active, and not known to have its real-time protection off. */
    ACTIVE,
    PASSIVE,
    /** Not installed, not running, or without real-time protection and not known as passive. */
    OFF,
    UNKNOWN
  }

  /** Part of another antivirus in the protection of a server. */
  public enum Other {
    YES,
    /** Services were told with their State, and no product of the list runs. */
    NO,
    UNKNOWN
  }

  /** Products that protect a server. */
  public enum Protector implements Worded {
    DEFENDER("antivirus-state.defender"),
    OTHER("antivirus-state.other"),
    BOTH("antivirus-state.both"),
    NOTHING("antivirus-state.nothing"),
    UNKNOWN("antivirus-state.unknown");

    private final String key;

    Protector(String key) {
      this.key = key;
    }

    /** Name for people, in English. */
    public String title() {
      return Text.of(key).toString();
    }
  }

  /** Remedy that lets a server into a passive ring, or into another one. */
  public static final String PASSIVE_REMEDY = Text.of("antivirus-state.passive-next").toString();

  /** State that needs a person, the worst first. */
  public enum Danger implements Worded {
    NOTHING_PROTECTS("antivirus-state.unprotected"),
    TWO_FIGHT("antivirus-state.conflict"),
    PASSIVE_WITHOUT_OTHER("antivirus-state.alone");

    private final String key;

    Danger(String key) {
      this.key = key;
    }

    /** Name for people, in English. */
    public String title() {
      return Text.of(key).toString();
    }

    /** Ways out for a server whose ring wants this mode, in English sentences. */
    public String remedy(Antivirus wanted) {
      return Text.of(
              switch (this) {
                case NOTHING_PROTECTS -> "antivirus-state.unprotected-next";
                case TWO_FIGHT ->
                    wanted == Antivirus.ACTIVE
                        ? "antivirus-state.conflict-next"
                        : "antivirus-state.not-passive-next";
                case PASSIVE_WITHOUT_OTHER ->
                    wanted == Antivirus.ACTIVE
                        ? "antivirus-state.not-active-next"
                        : "antivirus-state.passive-next";
              })
          .toString();
    }
  }

  /** Dangers and protections, by any of which servers can be selected. */
  public static final List<Worded> SELECTIONS =
      Stream.<Worded>concat(Arrays.stream(Danger.values()), Arrays.stream(Protector.values()))
          .toList();

  /** Judgment of a gate on a server. */
  public enum Health {
    HEALTHY,
    UNHEALTHY,
    UNKNOWN
  }

  /** Products that protect the server today. */
  public Protector protector() {
    return switch (defender) {
      case ACTIVE -> others == Other.YES ? Protector.BOTH : Protector.DEFENDER;
      case PASSIVE, OFF ->
          switch (others) {
            case YES -> Protector.OTHER;
            case NO -> Protector.NOTHING;
            case UNKNOWN -> Protector.UNKNOWN;
          };
      case UNKNOWN -> others == Other.YES ? Protector.OTHER : Protector.UNKNOWN;
    };
  }

  /** Checks whether the server is in this danger, or has this protection. */
  public boolean is(Worded selection) {
    return selection == Protector.UNKNOWN
        ? isUncertain()
        : protector() == selection || danger().filter(danger -> danger == selection).isPresent();
  }

  /** Checks whether facts are missing that a danger would show in; another product may be known. */
  public boolean isUncertain() {
    return danger().isEmpty() && (defender == Defender.UNKNOWN || protector() == Protector.UNKNOWN);
  }

  /** The danger that the server is in, if any is known. */
  public Optional<Danger> danger() {
    return switch (defender) {
      case ACTIVE -> others == Other.YES ? Optional.of(Danger.TWO_FIGHT) : Optional.empty();
      case PASSIVE ->
          others == Other.YES ? Optional.empty() : Optional.of(Danger.PASSIVE_WITHOUT_OTHER);
      case OFF -> others == Other.NO ? Optional.of(Danger.NOTHING_PROTECTS) : Optional.empty();
      case UNKNOWN -> Optional.empty();
    };
  }

  /** Problem of an onboarded server that is in danger, or not as a ring of this mode wants it. */
  public Optional<Text> problem(Antivirus wanted) {
    return Optional.of(wanted)
        .filter(mode -> danger().isPresent() || health(mode) == Health.UNHEALTHY)
        .map(this::because);
  }

  private Text because(Antivirus wanted) {
    return Text.of(
        danger()
            .map(danger ->
                switch (danger) {
                  case NOTHING_PROTECTS -> "server-state.unprotected";
                  case TWO_FIGHT -> "server-state.two-active";
                  case PASSIVE_WITHOUT_OTHER -> "server-state.passive-alone";
                })
            .orElseGet(() ->
                wanted == Antivirus.PASSIVE
                    ? "server-state.not-passive"
                    : defender == Defender.OFF
                        ? "server-state.defender-off"
                        : "server-state.not-active"));
  }

  /** Ways out for such a server, in English sentences. */
  public String remedy(Antivirus wanted) {
    return danger()
        .orElseGet(() ->
            wanted == Antivirus.PASSIVE
                ? Danger.TWO_FIGHT
                : defender == Defender.OFF ? Danger.NOTHING_PROTECTS : Danger.PASSIVE_WITHOUT_OTHER)
        .remedy(wanted);
  }

  /** Product that protects the server today, in words. */
  public String protectedBy() {
    return switch (protector()) {
      case OTHER -> other.map(Told::value).orElse(Protector.OTHER.title());
      case BOTH ->
          Text.of(
                  "antivirus-state.together",
                  "defender",
                  Protector.DEFENDER.title(),
                  "other",
                  other.map(Told::value).orElse(Protector.OTHER.title()))
              .toString();
      case DEFENDER ->
          realTime.isPresent()
              ? Protector.DEFENDER.title()
              : Text.of("antivirus-state.untold", "defender", Protector.DEFENDER.title())
                  .toString();
      case NOTHING, UNKNOWN -> protector().title();
    };
  }

  /** Whether the server may enter a passive ring: another antivirus runs there, or is stated. */
  public boolean mayBePassive() {
    return others == Other.YES;
  }

  /** Reason why the server may not enter a passive ring, as a clause. */
  public String notPassive() {
    if (idle.isPresent()) {
      return Text.of(
              others == Other.NO ? "antivirus-state.idle" : "antivirus-state.idle-unknown",
              "product",
              idle.get())
          .toString();
    }
    return Text.of(
            others == Other.NO ? "antivirus-state.no-other" : "antivirus-state.no-other-seen")
        .toString();
  }

  /** Reason why a passive ring keeps the server out, as a clause. */
  public String whyNotInPassiveRing() {
    return Text.of("antivirus-state.not-in-passive", "why", notPassive()).toString();
  }

  /** Judgment of the gate of a ring with this mode. */
  public Health health(Antivirus wanted) {
    return switch (wanted) {
      case ACTIVE ->
          switch (defender) {
            case ACTIVE -> realTime.isPresent() ? Health.HEALTHY : Health.UNKNOWN;
            case PASSIVE, OFF -> Health.UNHEALTHY;
            case UNKNOWN -> Health.UNKNOWN;
          };
      case PASSIVE -> passiveHealth();
    };
  }

  private Health passiveHealth() {
    if (isNormal() || defender == Defender.ACTIVE) {
      return Health.UNHEALTHY;
    }
    if (defender != Defender.UNKNOWN && others == Other.NO) {
      return Health.UNHEALTHY;
    }
    return modeIsKnown() && others == Other.YES ? Health.HEALTHY : Health.UNKNOWN;
  }

  private boolean isNormal() {
    return mode.filter(known -> known.value() == RunningMode.NORMAL).isPresent();
  }

  /** EDR in block mode without real-time protection may be passive or active. */
  public boolean modeIsKnown() {
    return mode.filter(known -> known.value() != RunningMode.EDR_BLOCK || defender != Defender.OFF)
            .isPresent()
        && defender != Defender.UNKNOWN;
  }
}
