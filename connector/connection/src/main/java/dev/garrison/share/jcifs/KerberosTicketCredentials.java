package dev.garrison.share.jcifs;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import javax.security.auth.Subject;
import jcifs.CIFSContext;
import jcifs.smb.Kerb5Authenticator;
import jcifs.smb.SSPContext;
import jcifs.smb.SmbException;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos sign-in for jcifs-ng. The library's own sign-in would delegate the user's tickets to the
 * file server, where they can be forwarded, and supports no service name other than the host.
 */
final class KerberosTicketCredentials extends Kerb5Authenticator {
  private static final long serialVersionUID = 1L;

  private final transient ShareAccount.Kerberos account;
  private final transient ShareAddress.Smb address;

  KerberosTicketCredentials(ShareAccount.Kerberos account, ShareAddress.Smb address) {
    super((Subject) null);
    this.account = account;
    this.address = address;
  }

  @Override
  public SSPContext createContext(
      CIFSContext connection, @Nullable String domain, String host, byte[] offered, boolean signing)
      throws SmbException {
    try {
      return new KerberosSsp(account.begin(address));
    } catch (RefusalException e) {
      throw new SmbException("no ticket", e);
    }
  }

  @Override
  public boolean isAnonymous() {
    return false;
  }

  @Override
  public KerberosTicketCredentials clone() {
    return new KerberosTicketCredentials(account, address);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KerberosTicketCredentials that
        && account.equals(that.account)
        && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return account.hashCode();
  }
}
