package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Signing;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installation packages signed by osslsigncode, which also says what it thinks of each. */
final class SignedInstallerIT {
  /** osslsigncode signs and verifies at the system's time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  private Signing signing;
  private Path plain;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void prepare() throws Exception {
    signing = new Signing(folder, now);
    plain = folder.resolve("md4ws.msi");
    try (InputStream stream = getClass().getResourceAsStream("/dev/garrison/demo/md4ws.msi")) {
      Path sample = folder.resolve("sample.msi");
      Files.copy(Objects.requireNonNull(stream, "md4ws.msi"), sample);
      new Judge(folder)
          .run(
              "osslsigncode",
              "remove-signature",
              "-in",
              sample.toString(),
              "-out",
              plain.toString());
    }
  }

  private Inspection inspect(Path file, TrustedPublishers trust, Instant asOf) {
    return new PackageInspector(List.of(new InstallerKind(new Authenticode(trust))))
        .inspect(file, new Requirements(asOf, Optional.empty()));
  }

  private SignatureReport report(Path file, TrustedPublishers trust, Instant asOf) {
    return inspect(file, trust, asOf).description().signature().orElseThrow();
  }

  private Status status(Path file) {
    return report(file, signing.trust(), now).status();
  }

  private String finding(Path file) {
    return inspect(file, signing.trust(), now).description().findings().getFirst().toString();
  }

  @Test
  void aSignedAndTimestampedPackageIsValid() throws Exception {
    Instant at = now.minus(Duration.ofDays(2));
    Path file = signing.signed(plain, signing.publisher(), signing.stamped(at));

    assertThat(signing.judged(file)).isTrue();
    assertThat(report(file, signing.trust(), now))
        .isEqualTo(
            new SignatureReport(
                    Status.VALID,
                    Optional.of("Test Publisher"),
                    Optional.of("Test Root"),
                    Optional.of(at))
                .under(Optional.of("Test Root")));
    assertThat(inspect(file, signing.trust(), now).acceptable()).isTrue();
  }

  @Test
  void anExtendedSignatureIsValidToo() throws Exception {
    Path file = signing.signed(plain, signing.publisher(), "-add-msi-dse");

    assertThat(signing.judged(file)).isTrue();
    assertThat(status(file)).isEqualTo(Status.VALID);
    assertThat(inspect(file, signing.trust(), now).description().findings()).isEmpty();
  }

  @Test
  void aSignatureThatLeavesNamesAndSizesOutIsAWarning() throws Exception {
    Path file = signing.signed(plain, signing.publisher());

    assertThat(inspect(file, signing.trust(), now).acceptable()).isTrue();
    assertThat(inspect(file, signing.trust(), now).description().findings())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "\""
                + file.getFileName()
                + "\" is signed without MsiDigitalSignatureEx: the signature covers the content of tables and files, but not their names and sizes. Compare the SHA-256 of the file with the SHA-256 of another download. [INSTALLER_NAMES_UNSIGNED GAR-0491]");
  }

  @Test
  void aBitTurnedAnywhereIsNeverAcceptedAndTheJudgeAgrees() throws Exception {
    Path file = signing.signed(plain, signing.publisher(), "-add-msi-dse");
    int size = (int) Files.size(file);
    int agreed = 0;
    for (int place = 512; place < size; place += 331) {
      Path turned = signing.turned(file, place);
      boolean accepted = inspect(turned, signing.trust(), now).acceptable();
      boolean judged = signing.judged(turned);

      // Padding and free sectors are covered by no signature; there both accept.
      assertThat(accepted && !judged).as("byte %d: %s", place, finding(turned, accepted)).isFalse();
      agreed += accepted == judged ? 1 : 0;
      Files.delete(turned);
    }
    assertThat(agreed).isGreaterThan((size - 512) / 331 * 9 / 10);
  }

  private String finding(Path file, boolean accepted) {
    return accepted ? "accepted" : finding(file);
  }

  @Test
  void aTextChangedInTheTablesIsTampering() throws Exception {
    Path file = signing.signed(plain, signing.publisher());
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replace("protects nothing", "protects nobody!"), StandardCharsets.ISO_8859_1);

    assertThat(signing.judged(file)).isFalse();
    assertThat(status(file)).isEqualTo(Status.TAMPERED);
    assertThat(finding(file))
        .contains(
            "-md4ws.msi\" was changed after signing. Don't use the file, and find out who changed the content. ")
        .endsWith("[FILE_TAMPERED GAR-0416]");
  }

  @Test
  void anUnsignedPackageIsNotAcceptable() {
    assertThat(status(plain)).isEqualTo(Status.UNSIGNED);
    assertThat(finding(plain))
        .isEqualTo(
            "\"md4ws.msi\" isn't signed. Download the file again with a browser. Don't copy or edit the text."
                + " [SIGNATURE_MISSING GAR-0415]");
  }

  @Test
  void aRootThatNobodyTrustsProvesNothing() throws Exception {
    Path file = signing.signed(plain, signing.publisher(), signing.stamped(now));

    assertThat(report(file, TrustedPublishers.microsoft(), now).status())
        .isEqualTo(Status.UNTRUSTED_ROOT);
    assertThat(finding(file(Authority.around(now, "Test Root"))))
        .contains("is signed by \"Test Publisher\", which doesn't chain to a trusted root.")
        .endsWith("[SIGNER_UNTRUSTED GAR-0417]");
  }

  /** Signed under another root of the same name. */
  private Path file(Authority other) throws Exception {
    return signing.signed(
        plain, other.certify(Signing.PUBLISHER, Use.CODE, now.minus(Duration.ofDays(1)), 10));
  }

  @Test
  void anExpiredCertificateCountsWithATimestampFromItsTime() throws Exception {
    Path file =
        signing.signed(plain, signing.expired(), signing.stamped(now.minus(Duration.ofDays(15))));

    assertThat(signing.judged(file)).isTrue();
    assertThat(status(file)).isEqualTo(Status.VALID);
  }

  @Test
  void anExpiredCertificateWithoutTimestampDoesNotCount() throws Exception {
    Path file = signing.signed(plain, signing.expired());

    assertThat(signing.judged(file)).isFalse();
    assertThat(status(file)).isEqualTo(Status.EXPIRED_WITHOUT_TIMESTAMP);
    assertThat(finding(file))
        .contains(", and no timestamp proves that the file was signed before. Use a newer download")
        .endsWith("[SIGNER_EXPIRED GAR-0418]");
  }

  @Test
  void theTimestampOfAStrangerProvesNoTime() throws Exception {
    Path file =
        signing.signed(
            plain, signing.expired(), signing.stampedByAStranger(now.minus(Duration.ofDays(15))));

    assertThat(signing.judged(file)).isFalse();
    assertThat(status(file)).isEqualTo(Status.EXPIRED_WITH_BAD_TIMESTAMP);
  }

  @Test
  void aTimestampFromAfterTheCertificatesTimeDoesNotCount() throws Exception {
    Path file =
        signing.signed(plain, signing.expired(), signing.stamped(now.minus(Duration.ofDays(5))));

    assertThat(signing.judged(file)).isFalse();
    assertThat(status(file)).isEqualTo(Status.UNUSABLE);
  }

  @Test
  void anotherPublisherUnderTheSameRootIsRefused() throws Exception {
    Path file = signing.signed(plain, signing.publisher("Somebody Else", Use.CODE));

    assertThat(status(file)).isEqualTo(Status.WRONG_PUBLISHER);
    assertThat(finding(file))
        .contains(
            "is signed by \"Somebody Else\", which isn't an accepted publisher for this file.")
        .endsWith("[SIGNED_BY_ANOTHER_PUBLISHER GAR-0419]");
  }

  @Test
  void aCertificateForServersSignsNoCode() throws Exception {
    Path file = signing.signed(plain, signing.publisher(Signing.PUBLISHER, Use.SERVER));

    assertThat(status(file)).isEqualTo(Status.UNUSABLE);
    assertThat(finding(file))
        .contains("can't be used: the certificate isn't for code signing.")
        .endsWith("[SIGNATURE_UNUSABLE GAR-0420]");
  }

  @Test
  void aPackageSignedLongerAgoThanFortyFiveDaysIsAFinding() throws Exception {
    Path file = signing.signed(plain, signing.publisher(), extended(now.minus(Duration.ofDays(1))));
    Instant after = now.plus(Duration.ofDays(44));

    assertThat(inspect(file, signing.trust(), after).description().findings()).isEmpty();
    assertThat(
            inspect(file, signing.trust(), after.plus(Duration.ofDays(1)))
                .description()
                .findings()
                .toString())
        .contains("was signed on ", ", 46 days ago. ", "GAR-0421");
  }

  /** Options for a signature over the names too, with a timestamp. */
  private String[] extended(Instant at) {
    return Stream.concat(Stream.of("-add-msi-dse"), Arrays.stream(signing.stamped(at)))
        .toArray(String[]::new);
  }

  @Test
  void aSignatureOfSha1IsNotUsed() throws Exception {
    Path file = signing.signed(plain, signing.publisher(), "-h", "sha1");

    assertThat(status(file)).isEqualTo(Status.UNUSABLE);
  }

  @Test
  void theSignerOfAProvenFileIsItsCertificate() throws Exception {
    Authority.Identity publisher = signing.publisher();
    Path file = signing.signed(plain, publisher);
    Signer signer =
        new PackageInspector(List.of(new InstallerKind(new Authenticode(signing.trust()))))
            .signer(file, new Requirements(now, Optional.empty()));

    assertThat(signer.publisher()).contains(publisher.certificate());
    assertThat(signer.chain()).extracting(CertificateFacts::name).endsWith("Test Root");
  }
}
