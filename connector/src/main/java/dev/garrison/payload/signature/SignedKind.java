package dev.garrison.payload.signature;

import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import java.io.IOException;

/** A kind whose files carry an Authenticode signature. */
public interface SignedKind extends PackageKind {
  /**
   * What the signature alone proves.
   *
   * @throws dev.garrison.payload.DamagedFileException when the file is not of its form
   */
  Proof prove(PackageFile file, Requirements requirements) throws IOException;
}
