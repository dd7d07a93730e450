package dev.garrison.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NameBasedUuidTest {
  @Test
  void theSameNamesGiveTheSameIdentifier() {
    assertThat(NameBasedUuid.of("contoso-prod", "application/2016", "1"))
        .isEqualTo(NameBasedUuid.of("contoso-prod", "application/2016", "1"));
  }

  @Test
  void whereOnePartEndsMatters() {
    assertThat(NameBasedUuid.of("ab", "c")).isNotEqualTo(NameBasedUuid.of("a", "bc"));
  }

  @Test
  void theIdentifierSaysThatItIsAHash() {
    assertThat(NameBasedUuid.of("contoso-prod").version()).isEqualTo(8);
    assertThat(NameBasedUuid.of("contoso-prod").variant()).isEqualTo(2);
  }
}
