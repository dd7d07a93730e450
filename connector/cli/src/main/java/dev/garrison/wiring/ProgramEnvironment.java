package dev.garrison.wiring;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.language.Language;
import java.util.Map;
import java.util.Optional;

/** Garrison's own environment variables. An empty one counts as unset. */
final class ProgramEnvironment {
  private ProgramEnvironment() {}

  /**
   * Defaults of the command line that the variables set.
   *
   * @param system the name of the locale of whoever started the program
   */
  static CommandLineDefaults defaults(Map<String, String> environment, String system) {
    return new CommandLineDefaults(
        variable(environment, CommandLineDefaults.MANIFEST),
        variable(environment, "GARRISON_STATE"),
        variable(environment, "GARRISON_NO_COLOR").isEmpty(),
        variable(environment, "GARRISON_LANG")
            .flatMap(Language::of)
            .or(() -> Language.of(system))
            .orElse(Language.ENGLISH));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
