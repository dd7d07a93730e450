package dev.garrison.payload;

import dev.garrison.language.Text;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;

/**
 * One kind of package. To add a kind, implement this in a new package and add it to the list in
 * {@code wiring}.
 */
public interface PackageKind {
  /** The kind's word in JSON; if the manifest has a key for it, that key. */
  String name();

  /** Name of the kind for people. */
  Text title();

  /**
   * Whether the content, not the name, has this kind's format. Reads little, and does not fail
   * because of the content.
   */
  boolean recognises(PackageFile file) throws IOException;

  /**
   * Describes the file and every problem with it. A damaged file is described with an error among
   * its findings.
   *
   * @throws IOException when the file itself cannot be read
   */
  Description describe(PackageFile file, Requirements requirements) throws IOException;

  /**
   * Reads the signer of the file.
   *
   * @throws dev.garrison.diagnostic.RefusalException when it is not signed, or was changed since
   * @throws IOException when the file itself cannot be read
   */
  Signer signer(PackageFile file, Requirements requirements) throws IOException;
}
