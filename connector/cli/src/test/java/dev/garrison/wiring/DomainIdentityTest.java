package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.connection.kerberos.SystemTickets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As whom Garrison signs in where nobody is named. */
final class DomainIdentityTest {
  private static DomainIdentity with(String name, String value) {
    return new DomainIdentity(
        reference -> {
          throw new AssertionError(reference);
        },
        Map.of(name, value));
  }

  @Test
  void aCacheInAFileIsReadByJava() {
    assertThat(with("KRB5CCNAME", "FILE:/tmp/krb5cc_0").tickets(Optional.empty()))
        .isInstanceOf(KerberosLogin.class);
    assertThat(with("KRB5CCNAME", "/tmp/krb5cc_0").tickets(Optional.empty()))
        .isInstanceOf(KerberosLogin.class);
    assertThat(with("KRB5CCNAME", "").tickets(Optional.empty())).isInstanceOf(KerberosLogin.class);
  }

  @Test
  void anotherCacheIsLeftToTheSystemsLibrary() {
    assertThat(with("KRB5CCNAME", "KCM:").tickets(Optional.empty()))
        .isInstanceOf(SystemTickets.class);
    assertThat(with("KRB5CCNAME", "KEYRING:persistent:1000").tickets(Optional.empty()))
        .isInstanceOf(SystemTickets.class);
  }

  @Test
  void anotherCacheIsRefusedForAFileServer() {
    assertThatThrownBy(() -> with("KRB5CCNAME", "KCM:").login(Optional.empty()))
        .hasMessage(
            "The ticket cache KCM: is none in a file, and for a file server others cannot be used. Run 'kinit -c FILE:PATH' and set KRB5CCNAME=FILE:PATH, or name an account: 'user' and 'password'. [SIGN_IN_NOT_POSSIBLE GAR-0245]");
  }

  @Test
  void onWindowsAnAccountMustBeNamed() {
    String message =
        "Garrison cannot sign in as the user who runs it on Windows: Java would leave out the channel binding. Name an account: 'user' and 'password'. [SIGN_IN_NOT_POSSIBLE GAR-0245]";
    assertThatThrownBy(() -> with("OS", "Windows_NT").tickets(Optional.empty()))
        .hasMessage(message);
    assertThatThrownBy(() -> with("OS", "Windows_NT").login(Optional.empty())).hasMessage(message);
  }
}
