package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import java.io.IOException;
import java.util.Optional;

/** A file with another signature than its own. */
final class Resigned implements SignedContent {
  private final SignedContent content;
  private final byte[] der;

  Resigned(SignedContent content, byte[] der) {
    this.content = content;
    this.der = der.clone();
  }

  @Override
  public Optional<byte[]> signature() {
    return Optional.of(der.clone());
  }

  @Override
  public byte[] digest(DigestAlgorithm algorithm) throws IOException {
    return content.digest(algorithm);
  }
}
