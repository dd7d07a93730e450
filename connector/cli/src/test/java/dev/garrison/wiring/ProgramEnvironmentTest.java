package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgramEnvironmentTest {
  @Test
  void everyVariableSetsItsDefault() {
    assertThat(
            ProgramEnvironment.defaults(
                Map.of(
                    "GARRISON_MANIFEST", "/srv/site.yaml",
                    "GARRISON_STATE", "/srv/state",
                    "GARRISON_NO_COLOR", "1")))
        .isEqualTo(
            new CommandLineDefaults(
                Optional.of("/srv/site.yaml"), Optional.of("/srv/state"), false));
  }

  @Test
  void anEmptyVariableCountsAsUnset() {
    assertThat(
            ProgramEnvironment.defaults(
                Map.of("GARRISON_MANIFEST", "", "GARRISON_STATE", "", "GARRISON_NO_COLOR", "")))
        .isEqualTo(CommandLineDefaults.none());
  }
}
