package dev.garrison.connection.sspi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.signin.ContactedServer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads for each status that SSPI gives in the field. */
final class SecurityStatusTest {
  private static final ContactedServer SERVER =
      new ContactedServer("cm01.contoso.example:443", "cm01.contoso.example", Optional.empty());

  private static String said(String status) {
    return SecurityStatus.problem(
            Integer.parseUnsignedInt(status, 16),
            SecurityPackage.KERBEROS,
            SERVER,
            "HTTP/cm01.contoso.example")
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8009030E | Windows has no domain credentials for the user who runs Garrison. Run Garrison as a domain account, such as a group managed service account, or specify an account with "user" and "password". List the tickets of that user with "klist". [WINDOWS_LOGON_MISSING GAR-0283]
          8009030D | Windows has no domain credentials for the user who runs Garrison. Run Garrison as a domain account, such as a group managed service account, or specify an account with "user" and "password". List the tickets of that user with "klist". [WINDOWS_LOGON_MISSING GAR-0283]
          8009030C | The account that runs Garrison is refused for cm01.contoso.example:443. Sign in again, or restart the service. The account may be disabled, locked, or expired, or its password was changed after it signed in. Otherwise, NTLM may be blocked for the account. [ACCOUNT_REFUSED GAR-0226]
          80090303 | The domain doesn't know the service HTTP/cm01.contoso.example, so it issues no ticket for cm01.contoso.example:443. Use the server's full DNS name in the address, or specify the service with "servicePrincipal". To see which account has the service, run: setspn -Q HTTP/cm01.contoso.example. [SERVICE_UNKNOWN GAR-0228]
          80090311 | Windows can't reach a domain controller that could issue a ticket for HTTP/cm01.contoso.example. Run "nltest /dsgetdc:" to see which domain controller Windows finds. Check DNS, port 88, that this computer is in the domain, and, for another domain, the trust. [DOMAIN_UNREACHABLE GAR-0284]
          80090350 | Windows can't reach a domain controller that could issue a ticket for HTTP/cm01.contoso.example. Run "nltest /dsgetdc:" to see which domain controller Windows finds. Check DNS, port 88, that this computer is in the domain, and, for another domain, the trust. [DOMAIN_UNREACHABLE GAR-0284]
          80090322 | cm01.contoso.example:443 couldn't prove that it is HTTP/cm01.contoso.example. To see which account has the service, run: setspn -Q HTTP/cm01.contoso.example. The service may belong to an account other than the one that runs it, or another system may be intercepting the connection. [SERVER_NOT_PROVEN GAR-0246]
          80090363 | cm01.contoso.example:443 couldn't prove that it is HTTP/cm01.contoso.example. To see which account has the service, run: setspn -Q HTTP/cm01.contoso.example. The service may belong to an account other than the one that runs it, or another system may be intercepting the connection. [SERVER_NOT_PROVEN GAR-0246]
          80090324 | The clocks of this computer and of the domain or cm01.contoso.example:443 differ too much. Set the clock of this computer or of the domain controller. Kerberos allows five minutes. [CLOCKS_DIFFER GAR-0229]
          80090342 | The domain and this computer have no encryption type in common for HTTP/cm01.contoso.example. Enable AES for the account that has this service (msDS-SupportedEncryptionTypes). [KERBEROS_FAILED GAR-0230]
          80090346 | cm01.contoso.example:443 didn't accept the channel binding of the sign-in for HTTP/cm01.contoso.example. Find the device on the way that terminates TLS. Channel binding doesn't allow that. [SIGN_IN_REJECTED GAR-0247]
          80090305 | Windows has no security package Kerberos. Check "Security Packages" below HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, or specify an account with "user" and "password". The package is part of every Windows version. [SECURITY_PACKAGE_MISSING GAR-0285]
          80090316 | Windows has no security package Kerberos. Check "Security Packages" below HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, or specify an account with "user" and "password". The package is part of every Windows version. [SECURITY_PACKAGE_MISSING GAR-0285]
          80090300 | Windows couldn't sign in to cm01.contoso.example:443 for HTTP/cm01.contoso.example (0x80090300). Run "certutil -error 0x80090300" for a description, and check the System log of that time. [SSPI_FAILED GAR-0286]
          00090313 | Windows couldn't sign in to cm01.contoso.example:443 for HTTP/cm01.contoso.example (0x00090313). Run "certutil -error 0x00090313" for a description, and check the System log of that time. [SSPI_FAILED GAR-0286]
          """,
      quoteCharacter = '~')
  void eachStatusIsSaidInWords(String status, String said) {
    assertThat(said(status)).isEqualTo(said);
  }
}
