package dev.garrison.payload.signature;

import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;

/** A kind of package whose files carry an Authenticode signature. */
public interface SignedKind extends PackageKind {
  /**
   * Verifies the signature alone.
   *
   * @throws dev.garrison.payload.DamagedFileException when the file is not of its format
   */
  Proof prove(PackageFile file, Requirements requirements) throws IOException;

  @Override
  default Signer signer(PackageFile file, Requirements requirements) throws IOException {
    return prove(file, requirements).signer();
  }
}
