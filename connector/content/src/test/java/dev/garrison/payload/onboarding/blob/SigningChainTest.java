package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import dev.garrison.payload.onboarding.blob.SignerTrust.Addition;
import dev.garrison.payload.onboarding.blob.SignerTrust.Cloud;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.onboarding.blob.SignerTrust.Vouched;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.SigningAuthority.Shape;
import dev.garrison.payload.signer.CertificateFacts;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of each shape: renewed, of other clouds, of other names, below other roots. */
final class SigningChainTest {
  private static final String SEVILLE = "Seville.Windows.com";

  private final Json json = new Json();

  private Vouched vouched(SigningAuthority authority, SignerTrust trust) throws BlobException {
    String blob = Blobs.signed(authority, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
    return new BlobVerifier(json, trust).prove(SignedBlob.read(json, blob)).vouched();
  }

  private BlobException refusal(SigningAuthority authority, SignerTrust trust) {
    return catchThrowableOfType(BlobException.class, () -> vouched(authority, trust));
  }

  private static SigningAuthority authority(String commonName, String... names) {
    return SigningAuthority.of("Contoso", Shape.of(commonName, names));
  }

  private static SignerTrust trust(Sha256 root, Standing standing, Addition... additions) {
    return SignerTrust.of(
        new KnownSigners(KnownSigners.packed().names(), Map.of(root, standing)),
        List.of(additions));
  }

  @ParameterizedTest
  @CsvSource({
    "Seville.Windows.com, Seville.Windows.com, COMMERCIAL",
    "m365doop-Seville.Windows.com, Seville.Windows.com, COMMERCIAL",
    "anything, SEVILLE.windows.COM, COMMERCIAL",
    "CloudClientAuthentication-FM.usgovcloudapp.net,"
        + " CloudClientAuthentication-FM.usgovcloudapp.net, US_GOVERNMENT",
    "m365doop-CloudClientAuthentication-FF.usgovcloudapp.net,"
        + " CloudClientAuthentication-FF.usgovcloudapp.net, US_GOVERNMENT"
  })
  void theNameInTheSubjectAlternativeNameCounts(String commonName, String name, Cloud cloud)
      throws BlobException {
    SigningAuthority renewed = authority(commonName, name);

    assertThat(vouched(renewed, renewed.known()))
        .isEqualTo(new Vouched(Standing.KNOWN, name, Optional.of(cloud)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.windows.com",
        "evil-Seville.Windows.com",
        "Seville.Windows.com.contoso.example",
        "x.Seville.Windows.com",
        "*.Windows.com",
        "Windows.com"
      })
  void noOtherNameOfTheSameAuthorityCounts(String name) {
    SigningAuthority other = authority(SEVILLE, name);

    assertThat(refusal(other, other.known()).fault()).isEqualTo(Fault.UNEXPECTED_SIGNER);
    assertThat(refusal(other, other.known()))
        .hasMessage(
            "the certificate is for %s, and no such signer is known under \"Contoso Root Authority\"",
            name);
  }

  @Test
  void theCommonNameAloneDoesNotCount() {
    SigningAuthority nameless = authority(SEVILLE);

    assertThat(refusal(nameless, nameless.known()))
        .hasMessage(
            "the certificate has no dNSName, and no such signer is known under \"Contoso Root Authority\"");
  }

  @Test
  void oneOfSeveralNamesIsEnough() throws BlobException {
    SigningAuthority several = authority("x", "other.windows.com", SEVILLE);

    assertThat(vouched(several, several.known()).name()).isEqualTo(SEVILLE);
  }

  @Test
  void aRefusalForTheSignerAloneTellsTheWholeChain() {
    SigningAuthority stranger = authority(SEVILLE, SEVILLE);
    BlobException refusal = refusal(stranger, KnownSignersTest.microsoft());

    assertThat(refusal.fault()).isEqualTo(Fault.UNKNOWN_ROOT);
    assertThat(refusal.chain())
        .extracting(CertificateFacts::name)
        .containsExactly(SEVILLE, "Contoso Issuing Authority", "Contoso Root Authority");
    assertThat(refusal.chain().getLast().sha256()).isEqualTo(stranger.root());
  }

  @Test
  void aCandidateStaysOneUntilTheManifestNamesTheRoot() throws BlobException {
    SigningAuthority renewed = authority("m365doop-" + SEVILLE, SEVILLE);
    Addition names = new Addition(List.of("other.example", SEVILLE), Optional.empty());
    Addition root = new Addition(List.of(), Optional.of(renewed.root()));

    assertThat(vouched(renewed, trust(renewed.root(), Standing.CANDIDATE)).standing())
        .isEqualTo(Standing.CANDIDATE);
    assertThat(vouched(renewed, trust(renewed.root(), Standing.CANDIDATE, names)).standing())
        .isEqualTo(Standing.CANDIDATE);
    assertThat(vouched(renewed, trust(renewed.root(), Standing.CANDIDATE, root)).standing())
        .isEqualTo(Standing.NAMED);
  }

  @Test
  void theManifestAddsANameBelowAKnownRoot() throws BlobException {
    SigningAuthority next = authority("next", "next.endpoint.example");
    Addition name = new Addition(List.of("Next.endpoint.example"), Optional.empty());

    assertThat(vouched(next, trust(next.root(), Standing.KNOWN, name)))
        .isEqualTo(new Vouched(Standing.NAMED, "next.endpoint.example", Optional.empty()));
  }

  @Test
  void theManifestAddsARoot() throws BlobException {
    SigningAuthority own = authority("lab", "lab.example");
    Addition both = new Addition(List.of("lab.example"), Optional.of(own.root()));
    Addition rootAlone = new Addition(List.of(), Optional.of(own.root()));

    assertThat(vouched(own, SignerTrust.of(KnownSigners.none(), List.of(both))).standing())
        .isEqualTo(Standing.NAMED);
    assertThat(refusal(own, SignerTrust.of(KnownSigners.packed(), List.of(rootAlone))).fault())
        .isEqualTo(Fault.UNEXPECTED_SIGNER);
    assertThat(refusal(own, SignerTrust.of(KnownSigners.none(), List.of(rootAlone))).fault())
        .isEqualTo(Fault.UNEXPECTED_SIGNER);
  }

  @Test
  void aKeyThatIsNoRsaKeyOfEnoughBitsIsRefusedInWords() {
    Shape shape = Shape.of(SEVILLE, SEVILLE);
    SigningAuthority curve = SigningAuthority.of("Curve", shape.withKeys(2048, 2048, "EC"));
    SigningAuthority weakIssuer = SigningAuthority.of("Weak", shape.withKeys(2048, 1024, "RSA"));
    SigningAuthority weakSigner = SigningAuthority.of("Weak", shape.withKeys(1024, 2048, "RSA"));

    for (SignerTrust trust : List.of(curve.known(), KnownSignersTest.microsoft())) {
      assertThat(refusal(curve, trust).fault()).isEqualTo(Fault.UNTRUSTED);
      assertThat(refusal(curve, trust))
          .hasMessage(
              "\"Curve Root Authority\" has a key of the type EC, and only RSA keys of 2048 to 8192 bits are accepted");
    }
    assertThat(refusal(weakIssuer, weakIssuer.known()))
        .hasMessage(
            "\"Weak Issuing Authority\" has an RSA key of 1024 bits, and only RSA keys of 2048 to 8192 bits are accepted");
    assertThat(refusal(weakSigner, weakSigner.known()))
        .hasMessage(
            "\"Seville.Windows.com\" has an RSA key of 1024 bits, and only RSA keys of 2048 to 8192 bits are accepted");
  }

  @Test
  void anotherCertificateOfTheSameIssuingNameDoesNotHideTheRightOne() throws BlobException {
    SigningAuthority right = authority(SEVILLE, SEVILLE);
    SigningAuthority twin = SigningAuthority.named("Twin");
    String blob =
        Blobs.changed(
            Blobs.signed(right, Blobs.streamlined(Blobs.TENANT), Signing.NEW),
            fields -> {
              // A root of the same name with another key comes first.
              SigningAuthority impostor = SigningAuthority.of("Contoso", curveRoot());
              fields
                  .withArray("/chain")
                  .insert(
                      0, Base64.getEncoder().encodeToString(encoded(impostor.chain().getLast())));
              fields
                  .withArray("/chain")
                  .add(Base64.getEncoder().encodeToString(encoded(twin.chain().getLast())));
            });

    assertThat(
            new BlobVerifier(json, right.known())
                .prove(SignedBlob.read(json, blob))
                .vouched()
                .standing())
        .isEqualTo(Standing.KNOWN);
  }

  private static Shape curveRoot() {
    return Shape.of(SEVILLE, SEVILLE).withKeys(2048, 2048, "EC");
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lettersThatOnlyLookAlikeDoNotCount() {
    SignerTrust trust =
        SignerTrust.of(
            new KnownSigners(
                Map.of("sky.example", Cloud.COMMERCIAL), Map.of(Sha256.of("root"), Standing.KNOWN)),
            List.of());

    assertThat(trust.vouches(Sha256.of("root"), List.of("SKY.example"))).isPresent();
    assertThat(trust.vouches(Sha256.of("root"), List.of("\u017fky.example", "s\u212ay.example")))
        .isEmpty();
  }
}
