package dev.garrison.takeover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class YamlTest {
  @Test
  void aNameIsInSingleQuotes() {
    assertThat(Yaml.quoted("Bob's\nservers")).isEqualTo("'Bob''s servers'");
  }

  @Test
  void aCharacterThatWouldNotBeSeenIsWrittenByItsNumberAndIsReadBack() {
    String name = "a\u202e\"b\\c";

    String written = Yaml.quoted(name);

    assertThat(written).isEqualTo("\"a\\u202e\\\"b\\\\c\"");
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(written)).isEqualTo(name);
  }
}
