package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the validation of a path finds is told as that, and not as an issuer that is unknown. */
final class RefusedCertificateTest {
  private static final X509Certificate CERTIFICATE =
      TestAuthority.create("Contoso Root").issue(Validity.NOW, "localhost").certificate();

  private static String refusal(BasicReason reason) throws CertificateException {
    CertificateException cause =
        new CertificateException(
            "path",
            new IllegalStateException(
                new CertPathValidatorException("found " + reason, null, null, -1, reason)));
    return CertificateCheck.untrusted(new CertificateRefusal.Shown("cm01:443", CERTIFICATE), cause)
        .diagnostic()
        .toString();
  }

  @ParameterizedTest
  @EnumSource(BasicReason.class)
  void eachReasonHasItsCode(BasicReason reason) throws CertificateException {
    assertThat(refusal(reason))
        .startsWith("cm01:443 presents a certificate ")
        .contains(
            switch (reason) {
              case EXPIRED -> " of an authority whose own certificate has expired: CN=localhost,";
              case NOT_YET_VALID ->
                  " of an authority whose own certificate isn't valid yet: CN=localhost,";
              case UNSPECIFIED -> " whose issuer isn't trusted: CN=localhost,";
              case REVOKED,
                  UNDETERMINED_REVOCATION_STATUS,
                  INVALID_SIGNATURE,
                  ALGORITHM_CONSTRAINED ->
                  " that is rejected (found "
                      + reason
                      + "): CN=localhost, issued by CN=Contoso Root,";
            })
        .endsWith(
            switch (reason) {
              case EXPIRED ->
                  " Renew the authority's certificate on that server, and compare the clocks. [CERTIFICATE_EXPIRED GAR-0214]";
              case NOT_YET_VALID ->
                  " Renew the authority's certificate on that server, and compare the clocks. [CERTIFICATE_NOT_YET_VALID GAR-0215]";
              case UNSPECIFIED ->
                  "or specify the issuer's certificate as a PEM file with trust: [issuer.pem]. [CERTIFICATE_UNTRUSTED GAR-0213]";
              case REVOKED,
                  UNDETERMINED_REVOCATION_STATUS,
                  INVALID_SIGNATURE,
                  ALGORITHM_CONSTRAINED ->
                  ". Issue another certificate for that server. [CERTIFICATE_REFUSED GAR-0218]";
            });
  }
}
