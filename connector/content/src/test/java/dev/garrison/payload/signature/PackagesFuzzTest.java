package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged packages and signatures end in a finding, whatever they claim; see {@link FuzzRun}. */
final class PackagesFuzzTest {
  private static final Requirements REQUIREMENTS =
      new Requirements(Instant.parse("2026-11-24T00:00:00Z"), Optional.empty());

  @TempDir Path folder;

  private Authenticode authenticode;

  @BeforeEach
  void trustTheSamples() throws IOException {
    Path root =
        Files.write(folder.resolve("root.pem"), bytes("/dev/garrison/demo/sample-root.pem"));
    authenticode =
        new Authenticode(
            new TrustedPublishers(List.of(TrustedRoot.read(root, "Garrison demonstration"))));
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = PackagesFuzzTest.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(stream, resource).readAllBytes();
    }
  }

  private void fuzz(String reader, String resource, PackageKind kind) throws IOException {
    byte[] sample = bytes(resource);
    assertThat(described(kind, sample)).as("undamaged").isEqualTo("valid");
    new FuzzRun(reader, Mutator.binary(List.of(Sample.binary(sample))))
        .check("tampered", input -> described(kind, input));
  }

  private static String described(PackageKind kind, byte[] input) throws IOException {
    Description description = kind.describe(PackageFile.of("file", input), REQUIREMENTS);
    return description
        .signature()
        .map(report -> report.status().words().toString())
        .orElseGet(() -> description.findings().getFirst().code().name());
  }

  @Test
  void damagedInstallersEndInAFinding() throws IOException {
    fuzz("MSI", "/dev/garrison/demo/md4ws.msi", new InstallerKind(authenticode));
  }

  @Test
  void damagedScriptsEndInAFinding() throws IOException {
    fuzz("install.ps1", "/dev/garrison/demo/install.ps1", new InstallScriptKind(authenticode));
  }

  @Test
  void damagedProgramsEndInAFinding() throws IOException {
    fuzz("PE", "/dev/garrison/trial/UpdatePlatform.exe", new PlatformUpdateKind(authenticode));
  }

  @Test
  void damagedSignaturesEndInAFindingAndAreNeverValidForAnotherDigest() throws IOException {
    byte[] der = signature();
    byte[] another = new byte[32];
    new FuzzRun("CMS", Mutator.binary(List.of(Sample.binary(der))))
        .check(
            "tampered",
            input -> {
              Status status =
                  authenticode
                      .verify("file", content(input, another), REQUIREMENTS.asOf())
                      .report()
                      .status();
              assertThat(status).isNotEqualTo(Status.VALID);
              return status.words().toString();
            });
  }

  /** The signature in the sample script. */
  private static byte[] signature() throws IOException {
    String script = new String(bytes("/dev/garrison/demo/install.ps1"), StandardCharsets.US_ASCII);
    Matcher block = Pattern.compile("(?s)# SIG # Begin.*?\\n(.*?)# SIG # End").matcher(script);
    assertThat(block.find()).isTrue();
    return Base64.getDecoder().decode(block.group(1).replaceAll("[#\\s]", ""));
  }

  private static SignedContent content(byte[] signature, byte[] digest) {
    return new SignedContent() {
      @Override
      public Optional<byte[]> signature() {
        return Optional.of(signature);
      }

      @Override
      public byte[] digest(DigestAlgorithm algorithm) {
        return digest;
      }
    };
  }
}
