package dev.garrison.connection.tls;

import dev.garrison.digest.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * Trust anchors for a server's certificate, one of which must match. The check cannot be turned
 * off.
 *
 * @param anchors at least one
 */
public record Trust(List<Anchor> anchors) {
  /** The authorities that this computer trusts, and no others. */
  public static final Trust SYSTEM = new Trust(List.of(new Anchor.SystemAuthorities()));

  public Trust {
    anchors = List.copyOf(anchors);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("a server that nothing is trusted for cannot be reached");
    }
  }

  /** One reason to trust a certificate. */
  public sealed interface Anchor {
    /**
     * The authorities that Windows trusts for all its users; elsewhere those of the Java runtime.
     */
    record SystemAuthorities() implements Anchor {}

    /** Authorities, or certificates of servers, in a file of PEM certificates. */
    record CertificateFile(Path file) implements Anchor {}

    /**
     * Exactly one certificate, with any names and any issuer.
     *
     * @param digest of its DER form, as browsers and {@code certutil} show it
     */
    record Pin(Sha256 digest) implements Anchor {}
  }
}
