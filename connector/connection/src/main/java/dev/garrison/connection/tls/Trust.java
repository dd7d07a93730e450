package dev.garrison.connection.tls;

import dev.garrison.digest.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server's certificate must match: one of these is enough. Nothing turns the check off.
 *
 * @param anchors at least one
 */
public record Trust(List<Anchor> anchors) {
  /** The authorities that the Java runtime trusts, and nothing else. */
  public static final Trust SYSTEM = new Trust(List.of(new Anchor.SystemAuthorities()));

  public Trust {
    anchors = List.copyOf(anchors);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("a server that nothing is trusted for cannot be reached");
    }
  }

  /** One reason to trust a certificate. */
  public sealed interface Anchor {
    /** The authorities that the Java runtime trusts. */
    record SystemAuthorities() implements Anchor {}

    /** Authorities, or servers' own certificates, in a file of PEM certificates. */
    record CertificateFile(Path file) implements Anchor {}

    /**
     * Exactly one certificate, whatever names it bears and whoever issued it.
     *
     * @param digest of its DER form, as browsers and {@code certutil} show it
     */
    record Pin(Sha256 digest) implements Anchor {}
  }
}
