package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import dev.garrison.payload.onboarding.blob.SignerTrust.Cloud;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.onboarding.blob.SignerTrust.Vouched;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.SigningAuthority;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Only what a trusted signer signed is proven. */
final class BlobVerifierTest {
  private static final long SEED = 20261124L;
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");
  private static final SigningAuthority STRANGER = SigningAuthority.named("Fabrikam");
  private static final String BODY = Blobs.streamlined(Blobs.TENANT);
  private static final String BLOB = Blobs.signed(AUTHORITY, BODY, Signing.NEW);

  private final Json json = new Json();

  private BlobProof prove(String blob, SignerTrust trust) throws BlobException {
    return new BlobVerifier(json, trust).prove(SignedBlob.read(json, blob));
  }

  private BlobException refusal(String blob) {
    return catchThrowableOfType(BlobException.class, () -> prove(blob, AUTHORITY.known()));
  }

  @Test
  void aSignatureInReversedBytesIsProven() throws BlobException {
    BlobProof proof = prove(BLOB, AUTHORITY.known());

    assertThat(proof.statement().orgId()).isEqualTo(Blobs.TENANT);
    assertThat(proof.signer().name()).isEqualTo("Seville.Windows.com");
    assertThat(proof.issuer().name()).isEqualTo("Contoso Issuing Authority");
    assertThat(proof.chain()).hasSize(3);
    assertThat(proof.signer().notAfter()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
    assertThat(proof.vouched())
        .isEqualTo(
            new Vouched(Standing.KNOWN, "Seville.Windows.com", Optional.of(Cloud.COMMERCIAL)));
    assertThat(proof.digest()).isEqualTo(Sha256.of(BLOB));
  }

  @Test
  void aSignatureInStraightBytesIsNotMicrosofts() {
    String straight =
        Base64.getEncoder().encodeToString(AUTHORITY.signStraight("SHA256withRSA", BODY));

    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("sha256sig", straight))).fault())
        .isEqualTo(Fault.TAMPERED);
  }

  @Test
  void anyChangedCharacterOfTheBodyIsNoticed() {
    for (int at = 0; at < BODY.length(); at++) {
      String changed =
          BODY.substring(0, at) + (char) (BODY.charAt(at) ^ 1) + BODY.substring(at + 1);
      BlobException refusal = refusal(Blobs.changed(BLOB, blob -> blob.put("body", changed)));
      assertThat(refusal.fault())
          .as(changed)
          .isIn(Fault.TAMPERED, Fault.UNREADABLE, Fault.WITHOUT_TENANT);
    }
  }

  @Test
  void anyChangedBitOfASignatureIsNoticed() {
    String old = Blobs.signed(AUTHORITY, BODY, Signing.OLD);
    SplittableRandom random = new SplittableRandom(SEED);
    for (String name : new String[] {"sig", "sha256sig"}) {
      for (int times = 0; times < 50; times++) {
        int bit = random.nextInt(2048);
        BlobException refusal =
            refusal(
                Blobs.changed(
                    old,
                    blob -> {
                      byte[] signature = Base64.getDecoder().decode(blob.get(name).textValue());
                      signature[bit / 8] ^= (byte) (1 << (bit % 8));
                      blob.put(name, Base64.getEncoder().encodeToString(signature));
                    }));
        assertThat(refusal.fault()).as("%s, bit %d", name, bit).isEqualTo(Fault.TAMPERED);
      }
    }
  }

  @Test
  void aThirdSignatureIsVerifiedWhereThereIsOne() throws BlobException {
    String blob = Blobs.signed(AUTHORITY, BODY, Signing.WITH_PSS);
    String other = Base64.getEncoder().encodeToString(AUTHORITY.signPss(BODY + " "));
    String reversed = Base64.getEncoder().encodeToString(AUTHORITY.sign("SHA256withRSA", BODY));

    assertThat(prove(blob, AUTHORITY.known()).carriesPss()).isTrue();
    for (String wrong : new String[] {other, reversed, "AAAA"}) {
      assertThat(refusal(Blobs.changed(blob, fields -> fields.put("sha256sigPss", wrong))))
          .hasMessage("the third signature (sha256sigPss) doesn't match the text");
    }
  }

  @Test
  void anotherTenantUnderTheSameSignatureIsNoticed() {
    String other = BODY.replace(Blobs.TENANT.toString(), new UUID(1, 2).toString());

    BlobException refusal = refusal(Blobs.changed(BLOB, blob -> blob.put("body", other)));
    assertThat(refusal.fault()).isEqualTo(Fault.TAMPERED);
    assertThat(refusal).hasMessage("the signature doesn't match the text");
  }

  @Test
  void aStrangersChainIsNotTrusted() {
    assertThat(refusal(Blobs.signed(STRANGER, BODY, Signing.NEW)))
        .hasMessage(
            "the certificate chain ends at \"Fabrikam Root Authority\", which isn't a known root for packages");
  }

  @Test
  void aStrangersSignatureUnderATrustedChainIsNotTrusted() {
    String mixed =
        Blobs.changed(
            Blobs.signed(STRANGER, BODY, Signing.NEW),
            blob -> blob.set("chain", json.parse(BLOB).get("chain")));
    assertThat(refusal(mixed).fault()).isEqualTo(Fault.UNTRUSTED);
  }

  @Test
  void anAuthorityOfTheSameNameDoesNotVouch() {
    SigningAuthority twin =
        SigningAuthority.named(
            "Contoso", "Seville.Windows.com", Instant.parse("2027-01-01T00:00:00Z"));
    String forged =
        Blobs.changed(
            Blobs.signed(STRANGER, BODY, Signing.NEW),
            blob -> {
              blob.put("cert", json.parse(BLOB).get("cert").textValue());
              blob.set("chain", json.parse(BLOB).get("chain"));
            });
    assertThat(twin.root()).isEqualTo(AUTHORITY.root());
    assertThat(refusal(forged).fault()).isEqualTo(Fault.TAMPERED);
  }

  @Test
  void aChainWithoutItsRootIsNotTrusted() {
    String withoutRoot = Blobs.changed(BLOB, blob -> blob.withArray("/chain").remove(1));

    assertThat(refusal(withoutRoot).fault()).isEqualTo(Fault.UNKNOWN_ROOT);
  }

  @Test
  void theOrderOfTheChainDoesNotMatter() throws BlobException {
    String turned =
        Blobs.changed(
            BLOB, blob -> blob.withArray("/chain").add(blob.withArray("/chain").remove(0)));

    assertThat(prove(turned, AUTHORITY.known()).chain()).hasSize(3);
  }

  @Test
  void aChainThatNamesItselfEndsAllTheSame() {
    String loop =
        Blobs.changed(
            BLOB,
            blob -> {
              blob.withArray("/chain").removeAll();
              for (int i = 0; i < 5; i++) {
                blob.withArray("/chain").add(blob.get("cert").textValue());
              }
            });
    assertThat(refusal(loop).fault()).isEqualTo(Fault.UNTRUSTED);
  }

  @Test
  void noneOfTheseIsAValueOfTheWrongForm() {
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("cert", "!"))))
        .hasMessage("\"cert\" isn't Base64");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("cert", "AAAA"))))
        .hasMessage("a certificate in the blob can't be read");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("chain", 1))))
        .hasMessage("\"chain\" isn't a list");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.withArray("/chain").addNull())))
        .hasMessage("\"chain\" has a gap");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("sha256sig", "A".repeat(4000)))))
        .hasMessage("\"sha256sig\" has the wrong format");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.remove("cert"))))
        .hasMessage("there is no certificate");
    assertThat(refusal("{\"body\":\"{}\"}")).hasMessage("the body has no orgId");
  }
}
