package dev.garrison.connection.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a domain's error means, from the words in which Java reports it. */
final class KerberosFailureTest {
  private static final ServicePrincipal SERVICE = new ServicePrincipal("cifs/files.garrison.test");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Server not found in Kerberos database (7) - LOOKING_UP_SERVER|The domain doesn't know the service cifs/files.garrison.test, so it issues no ticket for files. Use the server's full DNS name in the address, or specify the service with \"servicePrincipal\". To see which account has the service, run: setspn -Q cifs/files.garrison.test. [SERVICE_UNKNOWN GAR-0228]",
        "KDC has no support for encryption type (14)|The domain and this computer have no encryption type in common for cifs/files.garrison.test. Enable AES for the account that has this service (msDS-SupportedEncryptionTypes). [KERBEROS_FAILED GAR-0230]",
        "Ticket expired (32) - PROCESS_TGS|The Kerberos ticket has expired. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]",
        "Ticket not yet valid (33)|The clocks of this computer and of the domain or files differ too much. Set the clock of this computer or of the domain controller. Kerberos allows five minutes. [CLOCKS_DIFFER GAR-0229]",
        "Clock skew too great (37) - PROCESS_TGS|The clocks of this computer and of the domain or files differ too much. Set the clock of this computer or of the domain controller. Kerberos allows five minutes. [CLOCKS_DIFFER GAR-0229]",
        "Integrity check (31)|No ticket for cifs/files.garrison.test could be obtained or used (Integrity check (31)). Check krb5.conf (default_realm, kdc) and the account's realm. [KERBEROS_FAILED GAR-0230]",
      })
  void eachErrorOfADomainIsNamed(String words, String message) {
    Exception cause = new CompletionException(new IllegalStateException(words));
    assertThat(KerberosFailure.ofServer("files", SERVICE, cause)).hasMessage(message);
  }
}
