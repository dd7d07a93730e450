package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.kerberos.SystemTickets;
import dev.garrison.connection.sspi.SecurityPackage;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.connection.sspi.SspiScheme;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
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
        Map.of(name, value),
        Optional.empty());
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
            "The ticket cache KCM: isn't in a file, but a file server requires a ticket cache in a file. Run \"kinit -c FILE:PATH\" and set KRB5CCNAME=FILE:PATH, or set \"user\" and \"password\" to an account. [SIGN_IN_NOT_POSSIBLE GAR-0245]");
  }

  private static DomainIdentity onWindows() {
    return new DomainIdentity(
        reference -> {
          throw new AssertionError(reference);
        },
        Map.of("KRB5CCNAME", "KCM:"),
        Optional.of(
            new SecuritySupport(() -> {
              throw new AssertionError("nothing is signed in to");
            })));
  }

  @Test
  void onWindowsItsOwnPackagesSignInWhereNobodyIsNamed() {
    assertThat(onWindows().scheme(Optional.empty(), Optional.empty()))
        .isInstanceOf(SspiScheme.class);
    assertThat(onWindows().windows(SecurityPackage.NEGOTIATE, Optional.empty()))
        .isInstanceOf(SspiScheme.class);
  }

  @Test
  void aNamedAccountSignsInByJavaOnWindowsToo() {
    Account account =
        new Account("svc@CONTOSO.EXAMPLE", new SecretReference.EnvironmentVariable("PASSWORD"));
    assertThat(onWindows().scheme(Optional.of(account), Optional.empty()))
        .isInstanceOf(KerberosScheme.class);
  }

  @Test
  void whereWindowsIsNotItCannotSignIn() {
    assertThat(with("OS", "Windows_NT").scheme(Optional.empty(), Optional.empty()))
        .isInstanceOf(KerberosScheme.class);
    assertThatThrownBy(
            () -> with("OS", "Windows_NT").windows(SecurityPackage.KERBEROS, Optional.empty()))
        .hasMessage(
            "The manifest sets \"authentication\" to \"windows\" or \"negotiate\", but this system isn't Windows. Set \"authentication: kerberos\", and use a ticket from \"kinit\" or set \"user\" and \"password\". [SIGN_IN_NOT_POSSIBLE GAR-0245]");
  }
}
