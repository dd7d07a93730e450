package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.clientscript.SiteScripts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our script as a site keeps it. */
final class TestScriptTest {
  private static final TestScript SCRIPT =
      DetectionScript.script(SiteScripts.detectionTest(Optional.empty()));

  private static TestScript of(String text) {
    return DetectionScript.script(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void itIsSentInUtf16WithItsMarkAndUnchanged() {
    byte[] sent = Base64.getDecoder().decode(SCRIPT.content());
    assertThat(sent).startsWith(0xFF, 0xFE);
    assertThat(new String(sent, StandardCharsets.UTF_16)).isEqualTo(SCRIPT.text());
  }

  @Test
  void anotherTextIsAnotherScriptByGuidAndName() {
    TestScript one = of("x");
    TestScript other = of("x ");
    assertThat(one.guid()).isNotEqualTo(other.guid()).matches("[0-9A-F-]{36}");
    assertThat(one.name()).isNotEqualTo(other.name());
    assertThat(of("x").guid()).isEqualTo(one.guid());
  }

  @Test
  void aSignatureIsSeen() {
    assertThat(SCRIPT.signed()).isFalse();
    assertThat(of("x\r\n# SIG # Begin signature block\r\n").signed()).isTrue();
  }

  /** As learn.microsoft.com/defender-endpoint/run-detection-test has it. */
  @Test
  void itStartsWhatMicrosoftDocumentsWordForWord() {
    assertThat("powershell.exe " + DetectionScript.command(SCRIPT))
        .isEqualTo(
            "powershell.exe -NoExit -ExecutionPolicy Bypass -WindowStyle Hidden $ErrorActionPreference = 'silentlycontinue';(New-Object System.Net.WebClient).DownloadFile('http://127.0.0.1/1.exe', 'C:\\\\test-MDATP-test\\\\invoice.exe');Start-Process 'C:\\\\test-MDATP-test\\\\invoice.exe'");
  }
}
