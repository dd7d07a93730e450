package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import java.io.IOException;
import java.util.Optional;

/** A file in a format that can carry an Authenticode signature. */
public interface SignedContent {
  /** Largest signature, in bytes. */
  int LARGEST_SIGNATURE = 1 << 20;

  /**
   * The signature in DER, of at most {@link #LARGEST_SIGNATURE} bytes, if there is one.
   *
   * @throws dev.garrison.payload.DamagedFileException when its signature block is not valid
   */
  Optional<byte[]> signature() throws IOException;

  /** Digest of the bytes that a signature of this format covers. */
  byte[] digest(DigestAlgorithm algorithm) throws IOException;
}
