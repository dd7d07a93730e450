package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ServerNameTest {
  @Test
  void theNameUpToTheFirstDotDecidesInAnyCase() {
    assertThat(ServerName.key("FS01.Corp.Example.com")).isEqualTo("fs01");
    assertThat(ServerName.key("FS01")).isEqualTo("fs01");
    assertThat(ServerName.same("fs01.corp.example.com", "FS01")).isTrue();
    assertThat(ServerName.same("FS01", "FS011")).isFalse();
  }
}
