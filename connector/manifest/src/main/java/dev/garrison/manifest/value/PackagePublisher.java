package dev.garrison.manifest.value;

import java.nio.file.Path;

/**
 * A publisher whose packages are accepted besides Microsoft's.
 *
 * @param certificate of the authority behind it, in PEM or DER form; a relative path has been
 *     resolved
 * @param publisher the common name in its signing certificates
 */
public record PackagePublisher(Path certificate, String publisher) {}
