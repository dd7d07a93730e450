package dev.garrison.fleet.antivirus;

import dev.garrison.language.Text;
import dev.garrison.manifest.Ring.Antivirus;

/**
 * Antivirus of one server, today and after the plan.
 *
 * @param wanted mode that its ring wants
 */
public record ServerAntivirus(Antivirus wanted, AntivirusState today, PlannedProtection after) {
  /** Facts behind the protection today, in words. */
  public Text why() {
    return AntivirusWords.why(today);
  }

  /** The same in the form of JSON answers. */
  public AntivirusFacts facts() {
    return AntivirusFacts.of(this);
  }
}
