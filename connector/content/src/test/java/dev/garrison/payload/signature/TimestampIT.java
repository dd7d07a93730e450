package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.judge.Attributes;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Shape;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.InstallScripts;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Signing;
import dev.garrison.payload.powershell.SignedScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps of every kind, on signatures of which most have nothing else that proves them. */
final class TimestampIT {
  /** osslsigncode signs and verifies at the system's time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** While the expired publisher's certificate was valid. */
  private final Instant before = now.minus(Duration.ofDays(15));

  @TempDir Path folder;

  private Signing signing;
  private Authenticode authenticode;
  private Path plain;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void prepare() throws Exception {
    signing = new Signing(folder, now);
    authenticode = new Authenticode(signing.trust());
    plain = Files.writeString(folder.resolve("install.ps1"), InstallScripts.current());
  }

  private Proof proof(Path file) throws IOException {
    return authenticode.verify("x.ps1", SignedScript.read(Files.readAllBytes(file)), now);
  }

  /** The same file with another signature. */
  private Proof proof(Path file, byte[] signature) throws IOException {
    SignedScript script = SignedScript.read(Files.readAllBytes(file));
    return authenticode.verify("x.ps1", new Resigned(script, signature), now);
  }

  private static byte[] signature(Path file) throws IOException {
    return SignedScript.read(Files.readAllBytes(file)).signature().orElseThrow();
  }

  private static Status status(Proof proof) {
    return proof.report().status();
  }

  private static String finding(Proof proof) {
    return proof.findings().stream()
        .map(Diagnostic::toString)
        .reduce((one, other) -> one + other)
        .orElse("none");
  }

  /** What is said when the certificate has ended and its timestamp does not help. */
  private String doesNotCount(Identity publisher, String why) {
    return "The certificate that signed \"x.ps1\" was valid until %s, and the timestamp isn't valid: %s. Use a newer download. [SIGNER_EXPIRED GAR-0418]"
        .formatted(publisher.certificate().getNotAfter().toInstant(), why);
  }

  @Test
  void anAuthorityWhosePoliciesAreCriticalAndHaveQualifiersProvesTheTime() throws Exception {
    Identity stamper =
        signing
            .authority()
            .below("Test Time PCA", Shape.WITH_POLICIES)
            .certify("Test Time Service", Use.TIME, now.minus(Duration.ofDays(3000)), 6000);
    Path file = signing.signed(plain, signing.expired(), signing.stampedBy(stamper, before));

    assertThat(signing.judged(file)).isTrue();
    assertThat(finding(proof(file))).isEqualTo("none");
    assertThat(proof(file).report().timestamp()).hasValue(before);
  }

  @Test
  void aPublisherWhosePoliciesAreCriticalAndHaveQualifiersCounts() throws Exception {
    Identity publisher =
        signing
            .authority()
            .below("Test PCA", Shape.WITH_POLICIES)
            .certify(Signing.PUBLISHER, Use.CODE, now.minus(Duration.ofDays(1)), 10);

    assertThat(status(proof(signing.signed(plain, publisher)))).isEqualTo(Status.VALID);
  }

  @Test
  void noTimestampIsSaidToBeNone() throws Exception {
    Identity publisher = signing.expired();
    Proof proof = proof(signing.signed(plain, publisher));

    assertThat(status(proof)).isEqualTo(Status.EXPIRED_WITHOUT_TIMESTAMP);
    assertThat(finding(proof))
        .isEqualTo(
            "The certificate that signed \"x.ps1\" was valid until %s, and no timestamp proves that the file was signed before. Use a newer download, or one whose signature has a timestamp. [SIGNER_EXPIRED GAR-0418]"
                .formatted(publisher.certificate().getNotAfter().toInstant()));
  }

  @Test
  void theTimestampOfAStrangerIsSaidToBeAStrangers() throws Exception {
    Identity publisher = signing.expired();
    Proof proof = proof(signing.signed(plain, publisher, signing.stampedByAStranger(before)));

    assertThat(status(proof)).isEqualTo(Status.EXPIRED_WITH_BAD_TIMESTAMP);
    assertThat(status(proof).words()).hasToString("expired, and its timestamp does not count");
    assertThat(finding(proof))
        .isEqualTo(doesNotCount(publisher, "\"Another Time\" doesn't chain to a trusted root"));
  }

  @Test
  void aCertificateThatIsNotForTimestampsMakesNone() throws Exception {
    Identity publisher = signing.expired();
    Path file = signing.signed(plain, publisher);
    Identity shop = signing.stamper("Test Shop", Use.SERVER);

    assertThat(finding(proof(file, Attributes.usual(signature(file), shop, before))))
        .isEqualTo(
            doesNotCount(publisher, "the certificate of \"Test Shop\" isn't for timestamps"));
  }

  @Test
  void aTimestampFromBeforeItsAuthoritysTimeDoesNotCount() throws Exception {
    Identity stamper =
        signing.authority().certify("Later Time", Use.TIME, now.minus(Duration.ofDays(1)), 10);
    Identity publisher = signing.expired();
    Path file = signing.signed(plain, publisher);

    assertThat(finding(proof(file, Attributes.usual(signature(file), stamper, before))))
        .isEqualTo(
            doesNotCount(
                publisher, "the certificate chain of \"Later Time\" wasn't valid at " + before));
  }

  @Test
  void aTimestampOverSha1DoesNotCount() throws Exception {
    Identity publisher = signing.expired();
    Path file = signing.signed(plain, publisher);
    byte[] stamped =
        Attributes.weak(signature(file), signing.stamper("Test Time", Use.TIME), before);

    assertThat(finding(proof(file, stamped)))
        .isEqualTo(doesNotCount(publisher, "the digest isn't SHA-256, SHA-384, or SHA-512"));
  }

  @Test
  void aTimestampOfAnotherSignatureIsRefusedThoughTheCertificateIsValid() throws Exception {
    Path file = signing.signed(plain, signing.publisher());
    Identity stamper = signing.stamper("Test Time", Use.TIME);

    assertThat(status(proof(file, Attributes.usual(signature(file), stamper, before))))
        .isEqualTo(Status.VALID);
    assertThat(finding(proof(file, Attributes.another(signature(file), stamper, before))))
        .startsWith(
            "The signature of \"x.ps1\" can't be used because of its timestamp: the timestamp belongs to another signature or was altered. ")
        .endsWith("[SIGNATURE_UNUSABLE GAR-0420]");
  }

  @Test
  void whatCannotBeReadAsATimestampIsRefusedThoughTheCertificateIsValid() throws Exception {
    Path file = signing.signed(plain, signing.publisher());

    assertThat(finding(proof(file, Attributes.with(signature(file), DERNull.INSTANCE))))
        .startsWith(
            "The signature of \"x.ps1\" can't be used because of its timestamp: the timestamp can't be read. ");
  }

  @Test
  void aBadTimestampOfAValidCertificateIsAWarning() throws Exception {
    Identity publisher = signing.publisher();
    Proof proof = proof(signing.signed(plain, publisher, signing.stampedByAStranger(now)));

    assertThat(status(proof)).isEqualTo(Status.VALID);
    assertThat(proof.report().timestamp()).isEmpty();
    assertThat(proof.findings()).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
    assertThat(finding(proof))
        .isEqualTo(
            "The timestamp of \"x.ps1\" isn't valid: \"Another Time\" doesn't chain to a trusted root. The signature is valid until its certificates expire at %s. Use a newer download before that time. [TIMESTAMP_UNUSABLE GAR-0490]"
                .formatted(publisher.certificate().getNotAfter().toInstant()));
  }

  @Test
  void anAuthorityOfAnotherRootIsNoneThoughItsNameIsThatOfATrustedOne() throws Exception {
    Identity publisher = signing.expired();
    Identity stamper =
        Authority.around(now, "Test Root")
            .certify("Test Time", Use.TIME, now.minus(Duration.ofDays(3000)), 6000);

    assertThat(finding(proof(signing.signed(plain, publisher, signing.stampedBy(stamper, before)))))
        .isEqualTo(doesNotCount(publisher, "\"Test Time\" doesn't chain to a trusted root"));
  }

  /** Here the judge is no judge: osslsigncode 2.9 goes by the timestamp. */
  @Test
  void aSignatureForTheCertificatesLifetimeEndsWithItWhateverItsTimestamp() throws Exception {
    Identity publisher = signing.expired(Use.CODE_FOR_ITS_LIFETIME);
    Path file = signing.signed(plain, publisher, signing.stamped(before));

    assertThat(status(proof(file))).isEqualTo(Status.LIFETIME_ENDED);
    assertThat(status(proof(file)).words()).hasToString("expired, whatever its timestamp");
    assertThat(finding(proof(file)))
        .isEqualTo(
            "The certificate that signed \"x.ps1\" was valid until %s. The signature expired with the certificate (lifetime signing), regardless of the timestamp. Use a newer download. [SIGNER_EXPIRED GAR-0418]"
                .formatted(publisher.certificate().getNotAfter().toInstant()));
  }

  @Test
  void aSignatureForTheCertificatesLifetimeCountsDuringIt() throws Exception {
    Identity publisher = signing.publisher(Signing.PUBLISHER, Use.CODE_FOR_ITS_LIFETIME);
    Path file = signing.signed(plain, publisher, signing.stamped(before));

    assertThat(signing.judged(file)).isTrue();
    assertThat(finding(proof(file))).isEqualTo("none");
    assertThat(proof(file).report().timestamp()).hasValue(before);
  }
}
