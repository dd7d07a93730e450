package dev.garrison.connection.tls;

import dev.garrison.digest.CertificateDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Channel binding {@code tls-server-end-point} (RFC 5929 section 4). It is the digest of the
 * server's certificate, with the hash of the certificate's own signature, SHA-256 at least.
 */
public final class ServerEndPoint {
  private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern SIGNATURE =
      Pattern.compile("(MD5|SHA1|SHA224|SHA256|SHA384|SHA512)WITH.*");

  private ServerEndPoint() {}

  /** The binding with its prefix; empty where the RFC defines none. */
  public static Optional<byte[]> of(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("a session without a certificate was let through", e);
    }
  }

  static Optional<byte[]> of(X509Certificate certificate) {
    return hash(certificate)
        .map(hash -> {
          byte[] digest = CertificateDigest.of(hash, encoded(certificate));
          byte[] both = Arrays.copyOf(PREFIX, PREFIX.length + digest.length);
          System.arraycopy(digest, 0, both, PREFIX.length, digest.length);
          return both;
        });
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> hash(X509Certificate certificate) {
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (signature.equals("RSASSA-PSS")) {
      return pssHash(certificate).map(ServerEndPoint::atLeastSha256);
    }
    Matcher hash = SIGNATURE.matcher(signature);
    return hash.matches()
        ? Optional.of(atLeastSha256(hash.group(1).replace("SHA", "SHA-")))
        : Optional.empty();
  }

  private static Optional<String> pssHash(X509Certificate certificate) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(certificate.getSigAlgParams());
      return Optional.of(parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm());
    } catch (GeneralSecurityException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String atLeastSha256(String hash) {
    return hash.equals("MD5") || hash.equals("SHA-1") ? "SHA-256" : hash;
  }
}
