package dev.garrison.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Sha256Test {
  /** FIPS 180-4, example "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theDigestOfAbcIsThatOfTheStandard() {
    assertThat(Sha256.of("abc")).hasToString(ABC);
  }

  @Test
  void aStreamGivesTheSameDigestAsItsBytes() throws IOException {
    byte[] bytes = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertThat(Sha256.of(new ByteArrayInputStream(bytes))).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void upperCaseIsNotOurForm() {
    assertThatThrownBy(() -> new Sha256("AB".repeat(32)))
        .hasMessageStartingWith("not a SHA-256 digest in lower-case hexadecimal");
  }
}
