package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import java.io.IOException;
import java.util.Optional;

/** A file of a form that can carry an Authenticode signature. */
public interface SignedContent {
  /** No signature is larger. */
  int LARGEST_SIGNATURE = 1 << 20;

  /**
   * The signature in DER, of at most {@link #LARGEST_SIGNATURE} bytes, if there is one.
   *
   * @throws dev.garrison.payload.DamagedFileException when what stands for one is none
   */
  Optional<byte[]> signature() throws IOException;

  /** Digest of the bytes that a signature of this form covers. */
  byte[] digest(DigestAlgorithm algorithm) throws IOException;
}
