package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.manifest.Ring.Antivirus;

/**
 * Protection of a server once the plan of its ring is carried out.
 *
 * @param products in words
 * @param why as a clause
 */
public record PlannedProtection(Protector protector, String products, String why) {
  private static final String DEFENDER = Protector.DEFENDER.title();

  /**
   * Part that a server has in its ring.
   *
   * @param wanted mode that the ring wants
   * @param onboarded whether the sensor reports to the manifest's tenant
   * @param excepted whether an exception leaves it out
   */
  public record Part(Antivirus wanted, boolean onboarded, boolean excepted) {}

  /** The protection of a server with this state today. */
  public static PlannedProtection of(AntivirusState today, Part part) {
    if (part.excepted()) {
      return same(today, "an exception leaves it out");
    }
    return switch (part.wanted()) {
      case ACTIVE -> part.onboarded() ? stayingActive(today) : becomingActive(today);
      case PASSIVE -> part.onboarded() ? stayingPassive(today) : becomingPassive(today);
    };
  }

  private static PlannedProtection same(AntivirusState today, String why) {
    return new PlannedProtection(today.protector(), today.protectedBy(), why);
  }

  private static PlannedProtection becomingActive(AntivirusState today) {
    if (today.others() == Other.YES || today.idle().isPresent()) {
      return same(
          today,
          "%s is installed, so an active ring does not onboard it"
              .formatted(
                  today.other().map(Told::value).or(today::idle).orElse("another antivirus")));
    }
    return new PlannedProtection(
        Protector.DEFENDER, DEFENDER, "onboarding makes " + DEFENDER + " active");
  }

  private static PlannedProtection stayingActive(AntivirusState today) {
    return switch (today.defender()) {
      case ACTIVE -> same(today, "it is onboarded and active");
      case PASSIVE ->
          today.others() == Other.YES
              ? new PlannedProtection(
                  Protector.BOTH,
                  DEFENDER + " and " + today.protectedBy(),
                  "the ring is to be active, and the other product is still there")
              : new PlannedProtection(Protector.DEFENDER, DEFENDER, "the ring is to be active");
      case OFF -> same(today, "it is onboarded, and no plan turns real-time protection on");
      case UNKNOWN -> same(today, "it is onboarded, and its mode is not known");
    };
  }

  private static PlannedProtection becomingPassive(AntivirusState today) {
    return today.mayBePassive()
        ? new PlannedProtection(
            Protector.OTHER,
            today.other().map(Told::value).orElse(Protector.OTHER.title()),
            DEFENDER + " becomes passive beside it")
        : same(today, "not ready, because " + today.notPassive());
  }

  private static PlannedProtection stayingPassive(AntivirusState today) {
    if (today.defender() == Defender.ACTIVE) {
      return same(today, "it is onboarded and active; under tamper protection it stays active");
    }
    if (today.defender() == Defender.UNKNOWN) {
      return same(today, "it is onboarded, and its mode is not known");
    }
    return today.others() == Other.YES
        ? same(today, "it is onboarded and passive beside it")
        : same(today, "it is onboarded, and " + today.notPassive());
  }
}
