package dev.garrison.cli.antivirus;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState;

/** Servers in one danger, or with one protection. */
final class ProtectionFilter extends WordConverter<Worded> {
  ProtectionFilter() {
    super(AntivirusState.SELECTIONS);
  }
}
