package dev.garrison.payload.executable;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.signature.DerShape;
import dev.garrison.payload.signature.SignedContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Content of a program that Authenticode covers. It covers all bytes but the checksum, the entry of
 * the headers that names the signature, and the signature. The signature's table must be the end of
 * the file and hold nothing else, because nothing covers it (<a
 * href="https://nvd.nist.gov/vuln/detail/CVE-2013-3900">CVE-2013-3900</a>).
 */
final class SignedProgram implements SignedContent {
  private static final int BLOCK = 1 << 18;
  private static final int HEADER = 8;
  private static final int PKCS = 0x0002_0200;
  private static final int ALIGNMENT = 8;

  private final PackageFile file;
  private final PortableExecutable program;

  SignedProgram(PackageFile file, PortableExecutable program) {
    this.file = file;
    this.program = program;
  }

  @Override
  public Optional<byte[]> signature() throws IOException {
    if (program.certificatesSize() == 0) {
      return Optional.empty();
    }
    if (program.certificates() < program.certificateEntry() + Long.BYTES) {
      throw new DamagedFileException(Text.of("damage.signature-in-headers"));
    }
    long end = program.certificates() + program.certificatesSize();
    if (end != file.size()
        || program.certificates() % ALIGNMENT != 0
        || program.certificatesSize() > LARGEST_SIGNATURE
        || program.certificatesSize() < HEADER) {
      throw new DamagedFileException(Text.of("damage.signature-not-last"));
    }
    ByteBuffer table =
        ByteBuffer.wrap(file.read(program.certificates(), (int) program.certificatesSize()))
            .order(ByteOrder.LITTLE_ENDIAN);
    int length = table.getInt(0);
    if (length <= HEADER || length > table.limit() || table.getInt(4) != PKCS) {
      throw new DamagedFileException(Text.of("damage.signature-type"));
    }
    byte[] der = DerShape.only(Arrays.copyOfRange(table.array(), HEADER, table.limit()));
    if (HEADER + der.length > length) {
      throw new DamagedFileException(Text.of("damage.signature-longer-than-entry"));
    }
    return Optional.of(der);
  }

  @Override
  public byte[] digest(DigestAlgorithm algorithm) throws IOException {
    MessageDigest digest = algorithm.start();
    pass(0, program.checksum(), digest);
    pass(program.checksum() + Integer.BYTES, program.certificateEntry(), digest);
    pass(program.certificateEntry() + Long.BYTES, program.certificates(), digest);
    return digest.digest();
  }

  private void pass(long from, long to, MessageDigest digest) throws IOException {
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    for (long at = from; at < to; at += block.limit()) {
      block.clear().limit((int) Math.min(BLOCK, to - at));
      file.read(at, block);
      digest.update(block.flip());
    }
  }
}
