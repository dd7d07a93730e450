package dev.garrison.payload;

import dev.garrison.payload.signer.Signer;
import java.io.IOException;

/**
 * One kind of package. To add a kind, implement this in a package of its own and put it into the
 * list in {@code wiring}.
 */
public interface PackageKind {
  /** The kind's word in JSON: where the manifest has a key for it, that key. */
  String name();

  /** What a person calls it. */
  String title();

  /** Whether the content, not the name, is of this kind's form. Reads little and throws nothing. */
  boolean recognises(PackageFile file) throws IOException;

  /**
   * What the file is, and everything that is wrong with it. A damaged file is described with an
   * error among its findings.
   *
   * @throws IOException when the file itself cannot be read
   */
  Description describe(PackageFile file, Requirements requirements) throws IOException;

  /**
   * Who signed the file.
   *
   * @throws dev.garrison.diagnostic.RefusalException when nobody did, or the file was changed since
   * @throws IOException when the file itself cannot be read
   */
  Signer signer(PackageFile file, Requirements requirements) throws IOException;
}
