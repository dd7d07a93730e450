package dev.garrison.payload.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.payload.DamagedFileException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SignedScriptTest {
  private static final String BEGIN = "# SIG # Begin signature block\r\n";
  private static final String END = "# SIG # End signature block\r\n";

  private static SignedScript read(String text) throws DamagedFileException {
    return SignedScript.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLineEndBeforeTheBlockIsNotSigned() throws DamagedFileException {
    SignedScript script = read("exit 0\r\n\r\n" + BEGIN + "# AAEC\r\n" + END);

    assertThat(script.signedText()).isEqualTo("exit 0\r\n");
    assertThat(script.signature())
        .hasValueSatisfying(der -> assertThat(der).containsExactly(0, 1, 2));
  }

  @Test
  void whatLooksLikeABeginningAndIsNoBlockIsText() throws DamagedFileException {
    String text = BEGIN + "Write-Output 'x'\r\n" + BEGIN + "# AAEC\r\n" + END;

    assertThat(read(text).signedText()).isEqualTo(BEGIN + "Write-Output 'x'");
    assertThat(read(BEGIN + "# AAEC\r\n").signature()).isEmpty();
  }

  @Test
  void theSignatureOfTypesAndViewsIsInCommentsOfXml() throws DamagedFileException {
    SignedScript markup =
        SignedScript.readMarkup(
            """
            <Types/>

            <!-- SIG # Begin signature block -->
            <!-- AAEC -->
            <!-- SIG # End signature block -->
            """
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(markup.signedText()).isEqualTo("<Types/>\r\n");
    assertThat(markup.signature())
        .hasValueSatisfying(der -> assertThat(der).containsExactly(0, 1, 2));
  }

  /** A million inputs found that a pattern for the whole block needs a stack as deep. */
  @Test
  void aBlockOfManyLinesIsRefusedAndDoesNotExhaustTheStack() {
    String text = BEGIN + "# AAAA\r\n".repeat(600_000) + END;

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DamagedFileException.class)
        .extracting(failure -> ((DamagedFileException) failure).what())
        .hasToString("the signature block is too long");
  }

  @Test
  void nothingMayFollowTheBlock() {
    assertThatThrownBy(() -> read(BEGIN + "# AAEC\r\n" + END + "exit 1"))
        .extracting(failure -> ((DamagedFileException) failure).what())
        .hasToString("data follows the signature block");
  }
}
