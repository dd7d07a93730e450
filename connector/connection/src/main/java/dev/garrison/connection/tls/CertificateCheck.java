package dev.garrison.connection.tls;

import dev.garrison.digest.Sha256;
import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Accepts or refuses a server's certificate. A pinned one is accepted while it is valid; any other
 * needs a trusted issuer and the server's name (RFC 9110 section 4.3.4). A refusal gives its
 * reason.
 */
final class CertificateCheck extends X509ExtendedTrustManager {
  private final Set<Sha256> pins;
  private final List<X509ExtendedTrustManager> authorities;

  /**
   * @param authorities the runtime's own checks, which include the name when they get the socket;
   *     acceptance by one is enough
   */
  CertificateCheck(Set<Sha256> pins, List<X509ExtendedTrustManager> authorities) {
    this.pins = Set.copyOf(pins);
    this.authorities = List.copyOf(authorities);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    SSLSession session = ((SSLSocket) socket).getHandshakeSession();
    CertificateRefusal.Shown shown =
        new CertificateRefusal.Shown(session.getPeerHost() + ":" + session.getPeerPort(), chain[0]);
    checkTimes(shown);
    if (pins.contains(CertificateRefusal.digest(chain[0]))) {
      return;
    }
    if (authorities.isEmpty()) {
      throw CertificateRefusal.of(
          TlsCode.CERTIFICATE_NOT_PINNED, shown, "tls.not-pinned", "", null);
    }
    @Nullable CertificateException first = null;
    for (X509ExtendedTrustManager authority : authorities) {
      try {
        authority.checkServerTrusted(chain, authType, socket);
        return;
      } catch (CertificateException e) {
        if (first == null || isTrustedChain(authority, chain, authType)) {
          first = e;
        }
      }
    }
    boolean trusted =
        authorities.stream().anyMatch(authority -> isTrustedChain(authority, chain, authType));
    throw trusted ? otherName(shown, first) : untrusted(shown, first);
  }

  private static void checkTimes(CertificateRefusal.Shown shown) throws CertificateException {
    try {
      shown.certificate().checkValidity();
    } catch (CertificateExpiredException e) {
      throw CertificateRefusal.of(TlsCode.CERTIFICATE_EXPIRED, shown, "tls.expired", "", e);
    } catch (CertificateNotYetValidException e) {
      throw CertificateRefusal.of(
          TlsCode.CERTIFICATE_NOT_YET_VALID, shown, "tls.not-yet-valid", "", e);
    }
  }

  /** Whether this authority would accept the chain without the check of the name. */
  private static boolean isTrustedChain(
      X509ExtendedTrustManager authority, X509Certificate[] chain, String authType) {
    try {
      authority.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException notTrusted) {
      return false;
    }
  }

  private static CertificateRefusal otherName(
      CertificateRefusal.Shown shown, @Nullable CertificateException cause)
      throws CertificateException {
    Set<String> names = names(shown.certificate());
    return CertificateRefusal.of(
        TlsCode.CERTIFICATE_OF_OTHER_NAME,
        shown,
        names.isEmpty() ? "tls.no-server" : "tls.other-name",
        String.join(", ", names),
        cause);
  }

  static CertificateRefusal untrusted(
      CertificateRefusal.Shown shown, @Nullable CertificateException cause)
      throws CertificateException {
    Optional<CertPathValidatorException> finding = finding(cause);
    if (finding.map(CertPathValidatorException::getReason).isPresent()) {
      CertPathValidatorException.Reason reason = finding.get().getReason();
      if (reason == BasicReason.EXPIRED || reason == BasicReason.NOT_YET_VALID) {
        return CertificateRefusal.of(
            reason == BasicReason.EXPIRED
                ? TlsCode.CERTIFICATE_EXPIRED
                : TlsCode.CERTIFICATE_NOT_YET_VALID,
            shown,
            reason == BasicReason.EXPIRED ? "tls.authority-expired" : "tls.authority-not-yet-valid",
            "",
            cause);
      }
      return CertificateRefusal.of(
          TlsCode.CERTIFICATE_REFUSED,
          shown,
          "tls.refused",
          String.valueOf(finding.get().getMessage()),
          cause);
    }
    return CertificateRefusal.of(TlsCode.CERTIFICATE_UNTRUSTED, shown, "tls.untrusted", "", cause);
  }

  /** Result of the path validation; empty when there was no path to an authority to validate. */
  private static Optional<CertPathValidatorException> finding(@Nullable Throwable failure) {
    return Stream.iterate(failure, step -> step != null, Throwable::getCause)
        .filter(CertPathValidatorException.class::isInstance)
        .map(CertPathValidatorException.class::cast)
        .filter(step -> step.getReason() != BasicReason.UNSPECIFIED)
        .findFirst();
  }

  private static Set<String> names(X509Certificate certificate) throws CertificateException {
    Set<String> names = new TreeSet<>();
    @Nullable Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) {
      alternatives.stream()
          .map(pair -> pair.get(1))
          .filter(String.class::isInstance)
          .forEach(name -> names.add((String) name));
    }
    return names;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.stream()
        .flatMap(authority -> Stream.of(authority.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  /** Refuses any certificate, because the server's name is unknown without the socket. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a server is checked together with its name");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Garrison is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }
}
