package dev.garrison.payload;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;

/** Which files a manifest means. */
@FunctionalInterface
public interface PackageChoice {
  /**
   * The manifest's packages with every file named that its operating systems need.
   *
   * @throws dev.garrison.diagnostic.RefusalException when one cannot be found
   */
  PackageSection complete(Manifest manifest, Requirements requirements);
}
