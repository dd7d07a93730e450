package dev.garrison.payload.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Programs;
import dev.garrison.payload.judge.Signing;
import dev.garrison.payload.signature.Authenticode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No signature covers the table in which it lies: nothing else may be there (<a
 * href="https://nvd.nist.gov/vuln/detail/CVE-2013-3900">CVE-2013-3900</a>).
 */
final class CertificateTableIT {
  private static final int ENTRY = 0x58 + 112 + 8 * 4;
  private static final int HEADER = 8;

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private PlatformUpdateKind kind;
  private Signing signing;
  private byte[] body;
  private byte[] der;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void sign() throws Exception {
    signing = new Signing(folder, now);
    kind = new PlatformUpdateKind(new Authenticode(signing.trust()));
    byte[] plain =
        Programs.program("UpdatePlatform.exe", "Microsoft Malware Protection", 4, 18, 1, 1);
    Path file = Files.write(folder.resolve("UpdatePlatform.exe"), plain);
    byte[] signed = Files.readAllBytes(signing.signed(file, signing.publisher()));
    int table = fields(signed).getInt(ENTRY);
    body = Arrays.copyOf(signed, table);
    int length = ((signed[table + 10] & 0xff) << 8 | (signed[table + 11] & 0xff)) + 4;
    der = Arrays.copyOfRange(signed, table + HEADER, table + HEADER + length);
  }

  private static ByteBuffer fields(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    List.of(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] entry(int length, byte[] content) {
    byte[] entry = joined(new byte[HEADER], content);
    fields(entry).putInt(0, length).putInt(4, 0x0002_0200);
    return entry;
  }

  private byte[] program(byte[] table) {
    byte[] program = joined(body, table);
    fields(program).putInt(ENTRY + Integer.BYTES, table.length);
    return program;
  }

  private static byte[] zeros(int count) {
    return new byte[count];
  }

  /** How many zero bytes bring the table to a multiple of eight. */
  private int padding() {
    return -der.length & 7;
  }

  private String findings(byte[] program) throws IOException {
    Description description =
        kind.describe(PackageFile.of("x.exe", program), new Requirements(now, Optional.empty()));
    return description.findings().stream().map(Diagnostic::toString).toList().toString();
  }

  private boolean judged(byte[] program) throws Exception {
    return signing.judged(Files.write(folder.resolve("judged.exe"), program));
  }

  private static String unusable(String how) {
    return "[The signature of \"x.exe\" can't be used: %s. Download the file again with a browser. Don't copy or edit the text. [SIGNATURE_UNUSABLE GAR-0420]]"
        .formatted(how);
  }

  @Test
  void anEntryThatCountsItsPaddingAndOneThatDoesNotAreBothWhole() throws Exception {
    int whole = HEADER + der.length + padding();
    byte[] counted = program(entry(whole, joined(der, zeros(padding()))));
    byte[] notCounted = program(entry(HEADER + der.length, joined(der, zeros(padding()))));

    assertThat(findings(counted)).isEqualTo("[]");
    assertThat(findings(notCounted)).isEqualTo("[]");
    assertThat(judged(counted)).isTrue();
  }

  @Test
  void foreignBytesBehindTheSignatureAreRefused() throws Exception {
    byte[] foreign = zeros(64 << 10);
    Arrays.fill(foreign, (byte) 'x');
    byte[] content = joined(der, zeros(padding()), foreign);

    assertThat(findings(program(entry(HEADER + content.length, content))))
        .isEqualTo(unusable("data follows the signature"));
  }

  @Test
  void eightZeroBytesAreMorePaddingThanAnyEntryNeeds() throws Exception {
    byte[] content = joined(der, zeros(padding() + 8));

    assertThat(findings(program(entry(HEADER + content.length, content))))
        .isEqualTo(unusable("data follows the signature"));
  }

  @Test
  void paddingThatIsNotZeroIsRefused() throws Exception {
    byte[] padded = joined(der, new byte[] {1});

    assertThat(findings(program(entry(HEADER + padded.length, padded))))
        .isEqualTo(unusable("data follows the signature"));
  }

  @Test
  void aSecondEntryIsRefused() throws Exception {
    byte[] first = entry(HEADER + der.length, joined(der, zeros(padding())));

    assertThat(findings(program(joined(first, first))))
        .isEqualTo(unusable("data follows the signature"));
  }

  @Test
  void aSignatureThatIsLongerThanItsEntryIsRefused() throws Exception {
    assertThat(findings(program(entry(HEADER + der.length - 1, joined(der, zeros(padding()))))))
        .isEqualTo(unusable("the signature is longer than its entry"));
  }

  @Test
  void aTableWithinTheHeadersIsRefused() throws Exception {
    byte[] program = program(entry(HEADER + der.length, joined(der, zeros(padding()))));
    fields(program).putInt(ENTRY, 0x40).putInt(ENTRY + Integer.BYTES, program.length - 0x40);

    assertThat(findings(program)).isEqualTo(unusable("the signature is inside the headers"));
  }
}
