package dev.garrison.payload;

import dev.garrison.content.share.FileSource;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;
import java.util.List;

/** Where the files come from that a manifest does not name. */
public interface PackageSources {
  /**
   * The manifest's packages with every file named that its operating systems need.
   *
   * @throws dev.garrison.diagnostic.RefusalException when one cannot be found
   */
  PackageSection complete(Manifest manifest, Requirements requirements);

  /**
   * Our own files for servers, signed where the manifest says so.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the signed ones are not ours
   */
  List<FileSource> client(Manifest manifest);
}
