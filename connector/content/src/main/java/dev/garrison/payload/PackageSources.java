package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;
import dev.garrison.share.FileSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files come from that a manifest does not name. */
public interface PackageSources {
  /**
   * What was found.
   *
   * @param packages with every file named
   * @param inspected what had to be inspected to find them, and need not be once more
   * @param findings what was passed over on the way, as warnings
   */
  record Found(PackageSection packages, List<Inspection> inspected, List<Diagnostic> findings) {
    public Found {
      inspected = List.copyOf(inspected);
      findings = List.copyOf(findings);
    }

    /** What is known of a file already. */
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
   * Our own files for servers, signed where the manifest says so.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the signed ones are not ours
   */
  List<FileSource> client(Manifest manifest);
}
