package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Shape;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.InstallScripts;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Programs;
import dev.garrison.payload.judge.Signing;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which digests and keys are strong enough, in each form of file. */
final class StrengthIT {
  /** osslsigncode signs and verifies at the system's time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  private Signing signing;
  private Path script;
  private Path program;
  private Path installer;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void prepare() throws Exception {
    signing = new Signing(folder, now);
    script = Files.writeString(folder.resolve("install.ps1"), InstallScripts.current());
    program =
        Files.write(
            folder.resolve("UpdatePlatform.exe"),
            Programs.program("UpdatePlatform.exe", "Microsoft Malware Protection", 4, 18, 1, 1));
    installer = folder.resolve("md4ws.msi");
    try (InputStream stream = getClass().getResourceAsStream("/dev/garrison/demo/md4ws.msi")) {
      Files.copy(Objects.requireNonNull(stream, "md4ws.msi"), installer);
    }
  }

  private Description describe(Path file) {
    Authenticode authenticode = new Authenticode(signing.trust());
    return new PackageInspector(
            List.of(
                new PlatformUpdateKind(authenticode),
                new InstallScriptKind(authenticode),
                new InstallerKind(authenticode)))
        .inspect(file, new Requirements(now, Optional.empty()))
        .description();
  }

  private Status status(Path file) {
    return describe(file).signature().map(SignatureReport::status).orElseThrow();
  }

  private List<String> findings(Path file) {
    return describe(file).findings().stream().map(Diagnostic::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha384", "sha512"})
  void aStrongDigestCountsInEachForm(String digest) throws Exception {
    for (Path file : List.of(script, program, installer)) {
      Path signed = signing.signed(file, signing.publisher(), "-h", digest);

      assertThat(signing.judged(signed)).as("%s", signed).isTrue();
      assertThat(status(signed)).as("%s", signed).isEqualTo(Status.VALID);
    }
    Path extended = signing.signed(installer, signing.publisher(), "-h", digest, "-add-msi-dse");

    assertThat(signing.judged(extended)).isTrue();
    assertThat(status(extended)).isEqualTo(Status.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha384", "sha512"})
  void aByteChangedUnderAStrongDigestIsTampering(String digest) throws Exception {
    Path signed = signing.signed(program, signing.publisher(), "-h", digest);

    assertThat(status(signing.turned(signed, 0x1f0))).isEqualTo(Status.TAMPERED);
  }

  @Test
  void aSha1DigestIsSaidToBeNoneThatCounts() throws Exception {
    assertThat(findings(signing.signed(program, signing.publisher(), "-h", "sha1")))
        .singleElement()
        .asString()
        .startsWith("The signature of ")
        .contains(" can't be used: the digest isn't SHA-256, SHA-384, or SHA-512. ")
        .endsWith("[SIGNATURE_UNUSABLE GAR-0420]");
  }

  private String ofAShortKey(String whose) {
    return "can't be used: the key of \"%s\" has 1024 bits, but at least 2048 bits are required. "
        .formatted(whose);
  }

  @Test
  void aSignersShortKeyIsTooWeak() throws Exception {
    Identity publisher =
        signing
            .authority()
            .certify(Signing.PUBLISHER, Use.CODE, now.minusSeconds(86_400), 10, Shape.SHORT_KEY);
    Path signed = signing.signed(program, publisher);

    assertThat(status(signed)).isEqualTo(Status.UNUSABLE);
    assertThat(findings(signed).getFirst())
        .contains(ofAShortKey("Test Publisher"))
        .endsWith("[SIGNATURE_UNUSABLE GAR-0420]");
  }

  @Test
  void anAuthoritysShortKeyIsTooWeak() throws Exception {
    Identity publisher =
        signing
            .authority()
            .below("Test PCA", Shape.SHORT_KEY)
            .certify(Signing.PUBLISHER, Use.CODE, now.minusSeconds(86_400), 10);

    assertThat(findings(signing.signed(program, publisher)).getFirst())
        .contains(ofAShortKey("Test PCA"));
  }

  @Test
  void aRootsShortKeyIsTooWeakThoughTheRootIsTrusted() throws Exception {
    signing = new Signing(folder, now, Authority.around(now, "Test Root", Shape.SHORT_KEY));

    assertThat(findings(signing.signed(program, signing.publisher())).getFirst())
        .contains(ofAShortKey("Test Root"));
  }

  @Test
  void aTimestampAuthoritysShortKeyIsTooWeak() throws Exception {
    Instant before = now.minus(Duration.ofDays(15));
    Identity stamper =
        signing
            .authority()
            .certify(
                "Short Time", Use.TIME, now.minus(Duration.ofDays(3000)), 6000, Shape.SHORT_KEY);
    Path signed = signing.signed(program, signing.expired(), signing.stampedBy(stamper, before));

    assertThat(status(signed)).isEqualTo(Status.EXPIRED_WITH_BAD_TIMESTAMP);
    assertThat(findings(signed).getFirst())
        .contains(
            ", and the timestamp isn't valid: the key of \"Short Time\" has 1024 bits, but at least 2048 bits are required. ");
  }
}
