package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.SigningAuthority;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
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

  private static SignerTrust microsoft(SigningAuthority authority) {
    return new SignerTrust(Set.of(authority.root()), Map.of());
  }

  private BlobException refusal(String blob) {
    return catchThrowableOfType(BlobException.class, () -> prove(blob, microsoft(AUTHORITY)));
  }

  @Test
  void aSignatureInReversedBytesIsProven() throws BlobException {
    BlobProof proof = prove(BLOB, microsoft(AUTHORITY));

    assertThat(proof.statement().orgId()).isEqualTo(Blobs.TENANT);
    assertThat(proof.signer().name()).isEqualTo("Seville.Windows.com");
    assertThat(proof.issuer().name()).isEqualTo("Contoso Issuing Authority");
    assertThat(proof.chain()).hasSize(3);
    assertThat(proof.signer().notAfter()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
    assertThat(proof.microsoft()).isTrue();
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
  void anotherTenantUnderTheSameSignatureIsNoticed() {
    String other = BODY.replace(Blobs.TENANT.toString(), new UUID(1, 2).toString());

    BlobException refusal = refusal(Blobs.changed(BLOB, blob -> blob.put("body", other)));
    assertThat(refusal.fault()).isEqualTo(Fault.TAMPERED);
    assertThat(refusal).hasMessage("its signature does not fit its text");
  }

  @Test
  void aStrangersChainIsNotTrusted() {
    assertThat(refusal(Blobs.signed(STRANGER, BODY, Signing.NEW)))
        .hasMessage(
            "'Seville.Windows.com' signed it, and its certificates end at 'Fabrikam Root"
                + " Authority' (SHA-256 %s), which is not trusted",
            STRANGER.root());
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
  void underMicrosoftsRootsOnlyTheKnownSignerCounts() throws BlobException {
    SigningAuthority other =
        SigningAuthority.named("Contoso", "Something Else", Instant.parse("2026-06-01T00:00:00Z"));
    String blob = Blobs.signed(other, BODY, Signing.NEW);

    assertThat(refusal(blob).fault()).isEqualTo(Fault.UNEXPECTED_SIGNER);
    assertThat(refusal(blob)).hasMessage("'Something Else' signed it, not 'Seville.Windows.com'");
    assertThat(
            prove(blob, new SignerTrust(Set.of(), Map.of(other.root(), Set.of("Something Else"))))
                .microsoft())
        .isFalse();
  }

  @Test
  void aChainWithoutItsRootIsNotTrusted() {
    String withoutRoot = Blobs.changed(BLOB, blob -> blob.withArray("/chain").remove(1));

    assertThat(refusal(withoutRoot).fault()).isEqualTo(Fault.UNTRUSTED);
  }

  @Test
  void theOrderOfTheChainDoesNotMatter() throws BlobException {
    String turned =
        Blobs.changed(
            BLOB, blob -> blob.withArray("/chain").add(blob.withArray("/chain").remove(0)));

    assertThat(prove(turned, microsoft(AUTHORITY)).chain()).hasSize(3);
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
        .hasMessage("'cert' is not Base64");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("cert", "AAAA"))))
        .hasMessage("a certificate in it cannot be read");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("chain", 1))))
        .hasMessage("'chain' is no list");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.withArray("/chain").addNull())))
        .hasMessage("'chain' has a gap");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.put("sha256sig", "A".repeat(4000)))))
        .hasMessage("'sha256sig' has the wrong form");
    assertThat(refusal(Blobs.changed(BLOB, blob -> blob.remove("cert"))))
        .hasMessage("it carries no certificate");
    assertThat(refusal("{\"body\":\"{}\"}")).hasMessage("its body names no orgId");
  }
}
