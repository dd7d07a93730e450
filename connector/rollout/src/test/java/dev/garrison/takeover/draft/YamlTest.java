package dev.garrison.takeover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class YamlTest {
  @Test
  void aNameIsOnOneLineInQuotes() {
    assertThat(Yaml.quoted("Bob's\nservers")).isEqualTo("'Bob''s servers'");
  }
}
