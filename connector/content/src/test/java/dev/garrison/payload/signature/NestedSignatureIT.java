package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Place;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.judge.Attributes;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Identity;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a second signature in an attribute of the first. */
final class NestedSignatureIT {
  private static final String AGAIN =
      " Download the file again with a browser. Don't copy or edit the text. [SIGNATURE_UNUSABLE GAR-0420]";

  /** osslsigncode signs and verifies at the system's time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  private Signing signing;
  private Path plain;
  private Identity stranger;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void prepare() throws Exception {
    signing = new Signing(folder, now);
    plain = Files.writeString(folder.resolve("install.ps1"), InstallScripts.current());
    stranger =
        Authority.around(now, "Another Root")
            .certify("A Stranger", Use.CODE, now.minus(Duration.ofDays(1)), 10);
  }

  private Proof proof(SignedContent content) throws IOException {
    return new Authenticode(signing.trust()).verify("x.ps1", content, now);
  }

  private static SignedScript read(Path file) throws IOException {
    return SignedScript.read(Files.readAllBytes(file));
  }

  private Path nested(Path file, Identity publisher, String... options) throws Exception {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "-nest";
    return signing.signed(file, publisher, all);
  }

  private static byte[] der(Path file) throws IOException {
    return read(file).signature().orElseThrow();
  }

  private static List<String> findings(Proof proof) {
    return proof.findings().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aNestedSignatureCountsWhereThePrimaryDoesNot() throws Exception {
    Path file = nested(signing.signed(plain, stranger), signing.publisher());
    Proof proof = proof(read(file));

    assertThat(signing.judged(file)).isTrue();
    assertThat(findings(proof)).isEmpty();
    assertThat(proof.report())
        .isEqualTo(
            new SignatureReport(
                Status.VALID,
                Optional.of("Test Publisher"),
                Optional.of("Test Root"),
                Optional.empty(),
                Optional.of("Test Root"),
                Place.NESTED,
                List.of(
                    new SignatureReport(
                        Status.UNTRUSTED_ROOT,
                        Optional.of("A Stranger"),
                        Optional.of("Another Root"),
                        Optional.empty(),
                        Optional.empty(),
                        Place.PRIMARY,
                        List.of()))));
  }

  @Test
  void aPrimaryOverSha1CountsByItsNestedSignatureOverSha256() throws Exception {
    Path file =
        nested(signing.signed(plain, signing.publisher(), "-h", "sha1"), signing.publisher());

    assertThat(findings(proof(read(file)))).isEmpty();
  }

  @Test
  void aPrimaryCountsWhateverIsNestedInIt() throws Exception {
    byte[] primary = der(signing.signed(plain, signing.publisher()));
    byte[] garbage = Attributes.nesting(primary, DERNull.INSTANCE);

    assertThat(findings(proof(read(nested(signing.signed(plain, signing.publisher()), stranger)))))
        .isEmpty();
    assertThat(findings(proof(new Resigned(read(plain), garbage)))).isEmpty();
  }

  @Test
  void whatIsWrongWithEachIsSaidWhereNoneCounts() throws Exception {
    Path file =
        nested(signing.signed(plain, stranger), signing.publisher("Somebody Else", Use.CODE));

    assertThat(findings(proof(read(file))))
        .containsExactly(
            "\"x.ps1\" is signed by \"A Stranger\", which doesn't chain to a trusted root. Use a file that is signed under a Microsoft root, or add the signer's root to \"trust\" under \"packages\" in the manifest. No other roots are trusted. [SIGNER_UNTRUSTED GAR-0417]",
            "\"x.ps1 (nested signature)\" is signed by \"Somebody Else\", which isn't an accepted publisher for this file. Download the file again with a browser. Don't copy or edit the text. Microsoft signs its own code as Microsoft Corporation, Microsoft Windows, or Microsoft Windows Publisher. [SIGNED_BY_ANOTHER_PUBLISHER GAR-0419]");
  }

  @Test
  void aNestedSignatureOfAnotherFileProvesNothing() throws Exception {
    Path other = Files.writeString(folder.resolve("other.ps1"), "exit 0\r\n");
    byte[] primary = der(signing.signed(plain, stranger));
    ASN1Encodable nested =
        ASN1Primitive.fromByteArray(der(signing.signed(other, signing.publisher())));

    assertThat(
            findings(proof(new Resigned(read(plain), Attributes.nesting(primary, nested))))
                .getLast())
        .startsWith("\"x.ps1 (nested signature)\" was changed after signing. ")
        .endsWith("[FILE_TAMPERED GAR-0416]");
  }

  @Test
  void anAlteredFileIsAlteredForBoth() throws Exception {
    Path file = nested(signing.signed(plain, stranger), signing.publisher());
    Files.writeString(file, Files.readString(file).replace("exit 0", "exit 1"));

    assertThat(findings(proof(read(file))))
        .hasSize(2)
        .allMatch(finding -> finding.endsWith("[FILE_TAMPERED GAR-0416]"));
  }

  @Test
  void nestingWithinTheNestedIsRefused() throws Exception {
    byte[] primary = der(signing.signed(plain, stranger));
    ASN1Encodable inner =
        ASN1Primitive.fromByteArray(
            der(nested(signing.signed(plain, signing.publisher()), signing.publisher())));

    assertThat(
            findings(proof(new Resigned(read(plain), Attributes.nesting(primary, inner))))
                .getLast())
        .isEqualTo(
            "The signature of \"x.ps1 (nested signature)\" can't be used: the signature contains other signatures."
                + AGAIN);
  }

  @Test
  void severalNestedSignaturesAreToldApartAndBounded() throws Exception {
    byte[] valid = der(signing.signed(plain, signing.publisher()));
    ASN1Encodable nested = ASN1Primitive.fromByteArray(der(signing.signed(plain, stranger)));
    ASN1Encodable[] eight = new ASN1Encodable[8];
    Arrays.fill(eight, nested);
    ASN1Encodable[] nine = Arrays.copyOf(eight, 9);
    nine[8] = nested;
    eight[7] = ASN1Primitive.fromByteArray(valid);
    byte[] primary = der(signing.signed(plain, stranger));

    assertThat(findings(proof(new Resigned(read(plain), Attributes.nesting(primary, eight)))))
        .isEmpty();
    assertThat(
            findings(proof(new Resigned(read(plain), Attributes.nesting(primary, nested, nested))))
                .getLast())
        .startsWith("\"x.ps1 (nested signature 2)\" is signed by \"A Stranger\"");
    assertThat(findings(proof(new Resigned(read(plain), Attributes.nesting(valid, nine)))))
        .containsExactly(
            "The signature of \"x.ps1\" can't be used: the signature contains more than 8 other signatures."
                + AGAIN);
  }
}
