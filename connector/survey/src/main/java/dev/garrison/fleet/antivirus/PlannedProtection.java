package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Optional;

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
   * @param obstacle what keeps the plan from changing its protection, if anything is known to
   */
  public record Part(
      Antivirus wanted, boolean onboarded, boolean excepted, Optional<Text> obstacle) {}

  /** The protection of a server with this state today. */
  public static PlannedProtection of(AntivirusState today, Part part) {
    if (part.excepted()) {
      return same(today, Text.of("antivirus-plan.excepted"));
    }
    if (part.obstacle().isPresent() && isChanging(today, part)) {
      return same(today, part.obstacle().get());
    }
    return switch (part.wanted()) {
      case ACTIVE -> part.onboarded() ? stayingActive(today) : becomingActive(today);
      case PASSIVE -> part.onboarded() ? stayingPassive(today) : becomingPassive(today);
    };
  }

  private static boolean isChanging(AntivirusState today, Part part) {
    return switch (part.wanted()) {
      case ACTIVE ->
          part.onboarded() ? today.defender() == Defender.PASSIVE : !isBesideOther(today);
      case PASSIVE -> !part.onboarded() && today.mayBePassive();
    };
  }

  private static boolean isBesideOther(AntivirusState today) {
    return today.others() == Other.YES || today.idle().isPresent();
  }

  /** The protection of a server of which it is not known whether it is onboarded. */
  public static PlannedProtection unproven(AntivirusState today) {
    return same(today, Text.of("antivirus-plan.unproven"));
  }

  private static PlannedProtection same(AntivirusState today, Text why) {
    return new PlannedProtection(today.protector(), today.protectedBy(), why.toString());
  }

  private static PlannedProtection becomingActive(AntivirusState today) {
    if (isBesideOther(today)) {
      return same(
          today,
          Text.of(
              "antivirus-plan.not-onboarded",
              "product",
              today.other().map(Told::value).or(today::idle).orElse(Protector.OTHER.title())));
    }
    return new PlannedProtection(
        Protector.DEFENDER, DEFENDER, Text.of("antivirus-plan.becomes-active").toString());
  }

  private static PlannedProtection stayingActive(AntivirusState today) {
    return switch (today.defender()) {
      case ACTIVE -> same(today, Text.of("antivirus-plan.stays-active"));
      case PASSIVE ->
          today.others() == Other.YES
              ? new PlannedProtection(
                  Protector.BOTH,
                  Text.of(
                          "antivirus-state.together",
                          "defender",
                          DEFENDER,
                          "other",
                          today.protectedBy())
                      .toString(),
                  Text.of("antivirus-plan.both").toString())
              : new PlannedProtection(
                  Protector.DEFENDER, DEFENDER, Text.of("antivirus-plan.active").toString());
      case OFF -> same(today, Text.of("antivirus-plan.off"));
      case UNKNOWN -> same(today, Text.of("antivirus-plan.unknown"));
    };
  }

  private static PlannedProtection becomingPassive(AntivirusState today) {
    return today.mayBePassive()
        ? new PlannedProtection(
            Protector.OTHER,
            today.other().map(Told::value).orElse(Protector.OTHER.title()),
            Text.of("antivirus-plan.becomes-passive").toString())
        : same(today, Text.of("antivirus-plan.not-ready", "why", today.notPassive()));
  }

  private static PlannedProtection stayingPassive(AntivirusState today) {
    if (today.defender() == Defender.ACTIVE) {
      return same(today, Text.of("antivirus-plan.passive-active"));
    }
    if (today.defender() == Defender.UNKNOWN) {
      return same(today, Text.of("antivirus-plan.unknown"));
    }
    return today.others() == Other.YES
        ? same(today, Text.of("antivirus-plan.stays-passive"))
        : same(today, Text.of("antivirus-plan.passive-alone", "why", today.notPassive()));
  }
}
