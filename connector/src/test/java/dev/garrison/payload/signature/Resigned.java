package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import java.io.IOException;
import java.util.Optional;

/** A file with another signature than its own. */
record Resigned(SignedContent content, byte[] der) implements SignedContent {
  @Override
  public Optional<byte[]> signature() {
    return Optional.of(der);
  }

  @Override
  public byte[] digest(DigestAlgorithm algorithm) throws IOException {
    return content.digest(algorithm);
  }
}
