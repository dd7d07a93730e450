package dev.garrison.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token garrison_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE here | token garrison_*** here",
        "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.x | Authorization: Bearer ***",
        "sent basic c3ZjOmh1bnRlcjI2NTQzMjE= | sent basic ***",
        "Negotiate YIIGhgYGKwYBBQUCoIIGejCCBnag | Negotiate ***",
        "see https://svc:hunter2@cm01.contoso.example/AdminService | see https://***@cm01.contoso.example/AdminService",
        "Basic authentication is refused | Basic authentication is refused",
        "garrison_ring_state is open | garrison_ring_state is open"
      })
  void whatProvesAnIdentityIsLeftOut(String text, String left) {
    assertThat(LogText.line(text)).isEqualTo(left);
  }

  @Test
  void aLongTextIsCut() {
    assertThat(LogText.text("x".repeat(LogText.LONGEST + 1)))
        .hasSize(LogText.LONGEST + 3)
        .endsWith("x...");
  }
}
