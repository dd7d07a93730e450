package dev.garrison.manifest.value;

import dev.garrison.digest.Sha256;
import java.nio.file.Path;

/** Reason to trust a server's certificate. */
public sealed interface TrustAnchor {
  /** Authorities that this computer trusts. */
  record SystemAuthorities() implements TrustAnchor {
    @Override
    public String toString() {
      return "system";
    }
  }

  /** Anchor that the manifest itself names. */
  sealed interface Chosen extends TrustAnchor {}

  /** Certificates in PEM form; a relative path has been resolved. */
  record CertificateFile(Path file) implements Chosen {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** Exactly one certificate. */
  record Pin(Sha256 digest) implements Chosen {
    @Override
    public String toString() {
      return "sha256:" + digest;
    }
  }
}
