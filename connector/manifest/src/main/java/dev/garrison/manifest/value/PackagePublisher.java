package dev.garrison.manifest.value;

import java.nio.file.Path;

/**
 * Publisher whose packages are accepted in addition to Microsoft's.
 *
 * @param certificate the certificate of its authority, in PEM or DER form; a relative path has been
 *     resolved
 * @param publisher the common name in its signing certificates
 */
public record PackagePublisher(Path certificate, String publisher) {}
