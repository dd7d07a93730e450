package dev.garrison.payload.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.judge.Programs;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A program keeps what its signature proves, whatever its version information is. */
final class PlatformUpdateKindTest {
  private static final int RESOURCES = 0x58 + 112 + 8 * 2;
  private static final String AGAIN =
      "Download UpdatePlatform.exe again: https://go.microsoft.com/fwlink/?linkid=870379&arch=x64";
  private static final String UNSIGNED =
      "\"x.dll\" isn't signed. Download the file again with a browser. Don't copy or edit the text. [SIGNATURE_MISSING GAR-0415]";

  private static byte[] program() {
    return Programs.program("UpdatePlatform.exe", "Microsoft Malware Protection", 4, 18, 1, 1);
  }

  private static void expect(byte[] program, String finding) throws IOException {
    Description description =
        new PlatformUpdateKind(new Authenticode(TrustedPublishers.microsoft()))
            .describe(
                PackageFile.of("x.dll", program),
                new Requirements(Instant.parse("2026-11-24T00:00:00Z"), Optional.empty()));

    assertThat(description.signature()).map(SignatureReport::status).contains(Status.UNSIGNED);
    assertThat(description.findings())
        .extracting(Diagnostic::toString)
        .isEqualTo(List.of(UNSIGNED, finding));
  }

  @Test
  void aProgramWithoutVersionInformationKeepsItsVerdict() throws IOException {
    byte[] program = program();
    ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN).putLong(RESOURCES, 0);

    expect(
        program,
        "\"x.dll\" has no version information, so the file isn't UpdatePlatform.exe of Microsoft Malware Protection. "
            + AGAIN
            + " [PLATFORM_OF_ANOTHER_PRODUCT GAR-0429]");
  }

  @Test
  void aProgramWithDamagedVersionInformationKeepsItsVerdict() throws IOException {
    byte[] program = program();
    program[0x200 + 12] = (byte) 0xff;
    program[0x200 + 13] = 1;

    expect(
        program,
        "\"x.dll\" is damaged: there are too many resources. "
            + AGAIN
            + " [PLATFORM_DAMAGED GAR-0428]");
  }
}
