package dev.garrison.payload.executable;

import dev.garrison.digest.Sha256;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.signature.SignedContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What Authenticode covers of a program: all but its checksum, the place where the headers name the
 * signature, and the signature, which must be the end of the file.
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
    long end = program.certificates() + program.certificatesSize();
    if (end != file.size()
        || program.certificates() % ALIGNMENT != 0
        || program.certificatesSize() > LARGEST_SIGNATURE
        || program.certificatesSize() < HEADER) {
      throw new DamagedFileException("its signature is not the end of the file");
    }
    ByteBuffer table =
        ByteBuffer.wrap(file.read(program.certificates(), (int) program.certificatesSize()))
            .order(ByteOrder.LITTLE_ENDIAN);
    int length = table.getInt(0);
    if (length <= HEADER || length > table.limit() || table.getInt(4) != PKCS) {
      throw new DamagedFileException("its signature is of no known kind");
    }
    byte[] der = new byte[length - HEADER];
    table.get(HEADER, der);
    return Optional.of(der);
  }

  @Override
  public byte[] digest() throws IOException {
    MessageDigest digest = Sha256.algorithm();
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
