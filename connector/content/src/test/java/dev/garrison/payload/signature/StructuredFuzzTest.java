package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fuzz.DerMutator;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.judge.Attributes;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.powershell.SignedScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signatures that are changed as trees and whole again, and forms of files whose numbers lie. What
 * is valid afterwards still covers the very same content; see {@link FuzzRun} for long runs.
 */
final class StructuredFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final Requirements REQUIREMENTS = new Requirements(NOW, Optional.empty());

  @TempDir Path folder;

  private Authenticode authenticode;
  private byte[] script;

  @BeforeEach
  void trustTheSamples() throws IOException {
    Path root =
        Files.write(folder.resolve("root.pem"), bytes("/dev/garrison/demo/sample-root.pem"));
    authenticode =
        new Authenticode(
            new TrustedPublishers(List.of(TrustedRoot.read(root, "Garrison demonstration"))));
    script = bytes("/dev/garrison/demo/install.ps1");
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = StructuredFuzzTest.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(stream, resource).readAllBytes();
    }
  }

  /** The signature itself, one with a timestamp, and one with another nested in it. */
  private static List<byte[]> signatures(byte[] signature) throws Exception {
    Identity stamper = Authority.around(NOW, "A Root").certify("Some Time", Use.TIME, NOW, 10);
    List<byte[]> all = new ArrayList<>(List.of(signature));
    all.add(Attributes.usual(signature, stamper, NOW));
    all.add(Attributes.nesting(signature, ASN1Primitive.fromByteArray(all.getLast())));
    return all;
  }

  /** Runs a reader of files. What is valid must be unaltered, and described as the sample is. */
  private void fuzz(
      FuzzRun run, String read, PackageKind kind, byte[] sample, Predicate<byte[]> unaltered)
      throws IOException {
    Description undamaged = described(kind, sample);
    assertThat(outcome(undamaged)).isEqualTo("valid");
    run.check(
        read,
        input -> {
          Description description = described(kind, input);
          String outcome = outcome(description);
          if (outcome.equals("valid")) {
            assertThat(unaltered).accepts(input);
            assertThat(description.facts()).isEqualTo(undamaged.facts());
          }
          return outcome;
        });
  }

  private static Description described(PackageKind kind, byte[] input) throws IOException {
    return kind.describe(PackageFile.of("file", input), REQUIREMENTS);
  }

  private static String outcome(Description description) {
    return description
        .signature()
        .map(report -> report.status().words().toString())
        .orElseGet(() -> description.findings().getFirst().code().name());
  }

  @Test
  void programsWhoseNumbersOrSignaturesLieEndInAFinding() throws Exception {
    byte[] sample = bytes("/dev/garrison/trial/UpdatePlatform.exe");
    ProgramInputs inputs = new ProgramInputs(sample, signatures(ProgramInputs.signature(sample)));
    fuzz(
        new FuzzRun("PE, by its structure", inputs),
        "tampered",
        new PlatformUpdateKind(authenticode),
        sample,
        inputs::isUnaltered);
  }

  @Test
  void installersWhoseNumbersOrSignaturesLieEndInAFinding() throws Exception {
    byte[] sample = bytes("/dev/garrison/demo/md4ws.msi");
    InstallerInputs inputs = new InstallerInputs(sample);
    fuzz(
        new FuzzRun("MSI, by its structure", inputs),
        "valid",
        new InstallerKind(authenticode),
        sample,
        _ -> true);
  }

  @Test
  void scriptsWhoseBlockLiesEndInAFinding() throws Exception {
    ScriptInputs inputs = new ScriptInputs(script, signatures(ofScript()));
    fuzz(
        new FuzzRun("install.ps1, by its structure", inputs),
        "valid",
        new InstallScriptKind(authenticode),
        script,
        inputs::isUnaltered);
  }

  private byte[] ofScript() throws IOException {
    return SignedScript.read(script).signature().orElseThrow();
  }

  @Test
  void noChangedSignatureIsValidForAnotherFile() throws Exception {
    SignedScript another = SignedScript.read("exit 0\r\n".getBytes(StandardCharsets.US_ASCII));
    new FuzzRun("CMS, by its structure", new DerMutator(signatures(ofScript())))
        .check(
            "tampered",
            input -> {
              Status status =
                  authenticode.verify("file", new Resigned(another, input), NOW).report().status();
              assertThat(status).isNotEqualTo(Status.VALID);
              return status.words().toString();
            });
  }
}
