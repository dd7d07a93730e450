package dev.garrison.share;

import dev.garrison.connection.kerberos.KerberosContext;
import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.connection.kerberos.ServicePrincipal;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.util.Optional;

/** Account that publishes to an SMB share, with its sign-in. */
public sealed interface ShareAccount {
  /** Explanation of a rejected sign-in, where more is known than the server reports. */
  Optional<Diagnostic> rejected(ShareAddress.Smb address);

  /**
   * Sign-in by NTLM version 2. Its text form hides the password.
   *
   * @param domain empty for an account of the server itself
   */
  record Ntlm(String domain, String user, String password) implements ShareAccount {
    @Override
    public Optional<Diagnostic> rejected(ShareAddress.Smb address) {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return domain.isEmpty() ? user : domain + "\\" + user;
    }
  }

  /**
   * Sign-in by Kerberos, and never by NTLM.
   *
   * @param servicePrincipal such as {@code cifs/fs01.contoso.example}; absent: cifs and the host of
   *     the address
   */
  record Kerberos(KerberosLogin login, Optional<String> servicePrincipal) implements ShareAccount {
    /** Begins a security context with the file server. */
    public KerberosContext begin(ShareAddress.Smb address) {
      return KerberosContext.begin(login, service(address), authority(address));
    }

    private ServicePrincipal service(ShareAddress.Smb address) {
      return ServicePrincipal.at(servicePrincipal, "cifs", address.host(), authority(address));
    }

    private static String authority(ShareAddress.Smb address) {
      return address.host() + ":" + address.port();
    }

    @Override
    public Optional<Diagnostic> rejected(ShareAddress.Smb address) {
      login.forget();
      return Optional.of(
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              Message.of(
                  "sign-in.share-rejected",
                  "server",
                  authority(address),
                  "service",
                  service(address))));
    }
  }
}
