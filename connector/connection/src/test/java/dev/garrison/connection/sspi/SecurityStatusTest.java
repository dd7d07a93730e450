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
          8009030E | Windows has no credentials of the domain for the user who runs Garrison. Run Garrison as an account of the domain, such as a group managed service account, or name an account: 'user' and 'password'. 'klist' lists the tickets of that user. [WINDOWS_LOGON_MISSING GAR-0283]
          8009030D | Windows has no credentials of the domain for the user who runs Garrison. Run Garrison as an account of the domain, such as a group managed service account, or name an account: 'user' and 'password'. 'klist' lists the tickets of that user. [WINDOWS_LOGON_MISSING GAR-0283]
          8009030C | The account that runs Garrison is refused for cm01.contoso.example:443. It may be disabled, locked or expired, or its password was changed since it logged on: log on again, or restart the service. Else NTLM may be blocked for it. [ACCOUNT_REFUSED GAR-0226]
          80090303 | The domain knows no service HTTP/cm01.contoso.example, so it gives no ticket for cm01.contoso.example:443. Use the server's full DNS name in the address, or name the service with 'servicePrincipal'. 'setspn -Q HTTP/cm01.contoso.example' shows who has it. [SERVICE_UNKNOWN GAR-0228]
          80090311 | Windows reaches no domain controller that could give a ticket for HTTP/cm01.contoso.example. 'nltest /dsgetdc:' shows which one it finds. Check DNS, port 88, that this computer is in the domain, and for another domain the trust. [DOMAIN_UNREACHABLE GAR-0284]
          80090350 | Windows reaches no domain controller that could give a ticket for HTTP/cm01.contoso.example. 'nltest /dsgetdc:' shows which one it finds. Check DNS, port 88, that this computer is in the domain, and for another domain the trust. [DOMAIN_UNREACHABLE GAR-0284]
          80090322 | cm01.contoso.example:443 could not prove that it is HTTP/cm01.contoso.example. The service may belong to another account than the one that runs it: 'setspn -Q HTTP/cm01.contoso.example' shows who has it. Or somebody stands in between. [SERVER_NOT_PROVEN GAR-0246]
          80090363 | cm01.contoso.example:443 could not prove that it is HTTP/cm01.contoso.example. The service may belong to another account than the one that runs it: 'setspn -Q HTTP/cm01.contoso.example' shows who has it. Or somebody stands in between. [SERVER_NOT_PROVEN GAR-0246]
          80090324 | The clocks of this computer and of the domain or cm01.contoso.example:443 differ too much. Kerberos allows five minutes. Set the clock of this computer, or of the domain controller. [CLOCKS_DIFFER GAR-0229]
          80090342 | The domain and this computer have no encryption type in common for HTTP/cm01.contoso.example. Enable AES for the account that has this service (msDS-SupportedEncryptionTypes). [KERBEROS_FAILED GAR-0230]
          80090346 | cm01.contoso.example:443 did not accept the channel binding of the sign-in for HTTP/cm01.contoso.example. Something between ends TLS, which channel binding does not allow. [SIGN_IN_REJECTED GAR-0247]
          80090305 | This Windows has no security package Kerberos. It belongs to each Windows: see 'Security Packages' below HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, or name an account: 'user' and 'password'. [SECURITY_PACKAGE_MISSING GAR-0285]
          80090316 | This Windows has no security package Kerberos. It belongs to each Windows: see 'Security Packages' below HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, or name an account: 'user' and 'password'. [SECURITY_PACKAGE_MISSING GAR-0285]
          80090300 | Windows could not sign in to cm01.contoso.example:443 for HTTP/cm01.contoso.example (0x80090300). 'certutil -error 0x80090300' says it in words; the System log of that time may say more. [SSPI_FAILED GAR-0286]
          00090313 | Windows could not sign in to cm01.contoso.example:443 for HTTP/cm01.contoso.example (0x00090313). 'certutil -error 0x00090313' says it in words; the System log of that time may say more. [SSPI_FAILED GAR-0286]
          """,
      quoteCharacter = '~')
  void eachStatusIsSaidInWords(String status, String said) {
    assertThat(said(status)).isEqualTo(said);
  }
}
