package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;
import dev.garrison.share.FileSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Source of the files that a manifest does not name. */
public interface PackageSources {
  /**
   * The files found.
   *
   * @param packages with every file named
   * @param inspected inspections made to find them, which need not be repeated
   * @param findings files that were passed over, as warnings
   */
  record Found(PackageSection packages, List<Inspection> inspected, List<Diagnostic> findings) {
    public Found {
      inspected = List.copyOf(inspected);
      findings = List.copyOf(findings);
    }

    /** The existing inspection of a file, if there is one. */
    Optional<Inspection> inspection(Path file) {
      return inspected.stream().filter(known -> known.file().equals(file)).findFirst();
    }
  }

  /**
   * The manifest's packages with every file named that its operating systems need.
   *
   * @throws dev.garrison.diagnostic.RefusalException when one cannot be found
   */
  Found complete(Manifest manifest, Requirements requirements);

  /**
   * Garrison's own files for servers, signed if the manifest requires it.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the signed ones are not Garrison's
   */
  List<FileSource> client(Manifest manifest);
}
