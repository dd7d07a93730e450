package dev.garrison.cli.antivirus;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import java.util.Arrays;
import java.util.stream.Stream;

/** Servers in one danger, or with one protection. */
final class ProtectionFilter extends WordConverter<Worded> {
  ProtectionFilter() {
    super(
        Stream.<Worded>concat(Arrays.stream(Danger.values()), Arrays.stream(Protector.values()))
            .toList(),
        "'%s' is no danger and no protection of a server. There are: %s.");
  }

  static boolean holds(Worded only, AntivirusLine line) {
    return only == line.today().protector()
        || line.today().danger().filter(danger -> danger == only).isPresent();
  }
}
