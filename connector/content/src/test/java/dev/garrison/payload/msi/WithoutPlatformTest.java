package dev.garrison.payload.msi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An installer that does not tell its platform's version is passed on with a warning. */
final class WithoutPlatformTest {
  private static byte[] sample(String text, String instead) throws IOException {
    try (InputStream stream =
        WithoutPlatformTest.class.getResourceAsStream("/dev/garrison/demo/md4ws.msi")) {
      String all =
          new String(
              Objects.requireNonNull(stream, "md4ws.msi").readAllBytes(),
              StandardCharsets.ISO_8859_1);
      assertThat(all).contains(text);
      return all.replace(text, instead).getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void theVersionOfTheProductTakesItsPlaceAndThatIsSaid() throws IOException {
    var description =
        new InstallerKind(new Authenticode(TrustedPublishers.microsoft()))
            .describe(
                PackageFile.of("md4ws.msi", sample("MPCLIENT.DLL", "MPCLIENX.DLL")),
                new Requirements(Instant.parse("2026-11-24T00:00:00Z"), Optional.empty()));
    assertThat(description.findings())
        .filteredOn(finding -> finding.code().equals(InstallerCode.INSTALLER_WITHOUT_PLATFORM))
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The Defender platform version of \"md4ws.msi\" is unknown: the File table has no version for MPCLIENT.DLL. Check manually that UpdatePlatform.exe is new enough for Windows Server 2016. Garrison can't check the version. [INSTALLER_WITHOUT_PLATFORM GAR-0414]");
    assertThat(description.facts()).containsEntry(Fact.VERSION, "4.18.25020");
  }
}
