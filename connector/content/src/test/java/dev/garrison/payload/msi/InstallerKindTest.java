package dev.garrison.payload.msi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample of the demonstration, whole and damaged in one place each. */
final class InstallerKindTest {
  private static final Requirements ANY =
      new Requirements(Instant.parse("2026-11-24T00:00:00Z"), Optional.empty());
  private static final Set<String> OF_THE_SIGNATURE = Set.of("SIGNER_UNTRUSTED", "FILE_TAMPERED");
  private static final int DIRECTORY_SECTOR = 48;
  private static final int FIRST_FAT_SECTOR = 76;

  private final InstallerKind kind =
      new InstallerKind(new Authenticode(TrustedPublishers.microsoft()));

  private static byte[] sample() throws IOException {
    try (InputStream stream =
        InstallerKindTest.class.getResourceAsStream("/dev/garrison/demo/md4ws.msi")) {
      return Objects.requireNonNull(stream, "md4ws.msi").readAllBytes();
    }
  }

  private static ByteBuffer fields(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Description describe(byte[] bytes) throws IOException {
    return kind.describe(PackageFile.of("md4ws.msi", bytes), ANY);
  }

  private String only(byte[] bytes) throws IOException {
    List<Diagnostic> findings =
        describe(bytes).findings().stream()
            .filter(finding -> !OF_THE_SIGNATURE.contains(finding.code().name()))
            .toList();
    assertThat(findings).hasSize(1);
    return findings.getFirst().toString();
  }

  /** The sample with one text in it exchanged for another of the same length. */
  private static byte[] saying(String text, String instead) throws IOException {
    assertThat(instead).hasSameSizeAs(text);
    String all = new String(sample(), StandardCharsets.ISO_8859_1);
    assertThat(all).contains(text);
    return all.replace(text, instead).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theSampleIsDescribedFromItsTables() throws IOException {
    Description description = describe(sample());

    assertThat(description.findings())
        .extracting(finding -> finding.code().name())
        .containsExactly("SIGNER_UNTRUSTED");
    assertThat(description.facts())
        .containsEntry(Fact.VERSION, "4.18.25020.1009")
        .containsEntry(Fact.PRODUCT_VERSION, "4.18.25020")
        .containsEntry(Fact.PRODUCT_CODE, "{7D2C5B1E-0F43-4E1A-9B57-3C1D0A6E4F21}")
        .containsEntry(Fact.UPGRADE_CODE, "{A94B0C36-6E0D-4C56-8B1F-52C7D1E9F3A8}")
        .containsEntry(Fact.ARCHITECTURE, "x64");
  }

  @Test
  void aPackageOfAnotherProductIsRefused() throws IOException {
    assertThat(only(saying("Defender for Endpoint, ", "Deforder for Endpoint, ")))
        .isEqualTo(
            "\"md4ws.msi\" installs \"Garrison sample of Microsoft Deforder for Endpoint, protects"
                + " nothing\" instead of Microsoft Defender for Endpoint. Download md4ws.msi again in the Microsoft Defender portal: Settings > Endpoints > Onboarding, Windows Server 2012 R2 and 2016. [INSTALLER_OF_ANOTHER_PRODUCT GAR-0412]");
  }

  @Test
  void aPackageForAnotherArchitectureIsRefused() throws IOException {
    assertThat(only(saying("x64;1033", "x86;1033")))
        .startsWith("\"md4ws.msi\" is for x86, but servers require x64. ")
        .endsWith("[INSTALLER_OF_ANOTHER_ARCHITECTURE GAR-0413]");
  }

  @Test
  void aPackageThatWasCutOffIsDamaged() throws IOException {
    byte[] sample = sample();

    for (int length : new int[] {8, 511, 512, 1000, sample.length / 2}) {
      assertThat(only(Arrays.copyOf(sample, length)))
          .startsWith("\"md4ws.msi\" is damaged: ")
          .endsWith("[INSTALLER_DAMAGED GAR-0411]");
    }
  }

  @Test
  void aPackageWhoseTablesAreDamagedKeepsItsVerdict() throws IOException {
    Description description = describe(saying("Version", "Versiox"));

    assertThat(description.signature()).map(SignatureReport::status).contains(Status.TAMPERED);
    assertThat(description.findings())
        .extracting(finding -> finding.code().label() + " " + finding.problem())
        .containsExactly(
            "GAR-0416 \"md4ws.msi\" was changed after signing.",
            "GAR-0411 \"md4ws.msi\" is damaged: a table has no column Version.");
  }

  @Test
  void aDirectoryThatRunsInACircleIsDamaged() throws IOException {
    byte[] bytes = sample();
    int sectorSize = 1 << fields(bytes).getShort(30);
    int directory = (fields(bytes).getInt(DIRECTORY_SECTOR) + 1) * sectorSize;
    int child = fields(bytes).getInt(directory + 76);
    fields(bytes).putInt(directory + DirectoryEntry.SIZE * child + 68, child);

    assertThat(only(bytes)).contains("the directory contains a circle or an invalid reference");
  }

  @Test
  void aChainOfSectorsThatRunsInACircleIsDamaged() throws IOException {
    byte[] bytes = sample();
    int sectorSize = 1 << fields(bytes).getShort(30);
    int directory = fields(bytes).getInt(DIRECTORY_SECTOR);
    int fat = (fields(bytes).getInt(FIRST_FAT_SECTOR) + 1) * sectorSize;
    fields(bytes).putInt(fat + Integer.BYTES * directory, directory);

    assertThat(only(bytes)).contains("a chain of sectors is too long or forms a circle");
  }

  @Test
  void aPoolThatPointsOutsideOfItsTextsIsDamaged() {
    byte[] pool = {0, 0, 0, 0, 5, 0, 1, 0};

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> StringPool.read(pool, "four".getBytes(StandardCharsets.US_ASCII))))
        .hasMessage("the string pool points outside the texts");
  }

  @Test
  void findingsCarryTheirRemedy() throws IOException {
    assertThat(describe(Arrays.copyOf(sample(), 600)).findings())
        .extracting(Diagnostic::remedy)
        .allMatch(remedy -> remedy.endsWith("2016. The download might have been interrupted."));
  }
}
