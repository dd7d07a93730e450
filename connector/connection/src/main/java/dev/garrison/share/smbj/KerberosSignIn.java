package dev.garrison.share.smbj;

import com.hierynomus.protocol.commons.Factory;
import com.hierynomus.smbj.SmbConfig;
import com.hierynomus.smbj.auth.AuthenticateResponse;
import com.hierynomus.smbj.auth.AuthenticationContext;
import com.hierynomus.smbj.auth.Authenticator;
import com.hierynomus.smbj.connection.ConnectionContext;
import com.hierynomus.spnego.RawToken;
import dev.garrison.connection.kerberos.KerberosContext;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos sign-in for smbj, with mutual authentication and Garrison's own messages. It supports a
 * service with another name than the host. smbj's own sign-in is chosen only by servers that offer
 * NEGOEX.
 */
final class KerberosSignIn implements Authenticator {
  /** Kerberos V5 (RFC 4121), which every server of a domain offers. */
  private static final String MECHANISM = "1.2.840.113554.1.2.2";

  /**
   * Length of the session key (MS-SMB2 3.2.5.3): the first 16 bytes, with zeros after a shorter
   * key.
   */
  private static final int KEY = 16;

  private static final byte[] NOTHING = new byte[0];

  private final ShareAccount.Kerberos account;
  private final ShareAddress.Smb address;
  private @Nullable KerberosContext context;

  private KerberosSignIn(ShareAccount.Kerberos account, ShareAddress.Smb address) {
    this.account = account;
    this.address = address;
  }

  static Factory.Named<Authenticator> factory(
      ShareAccount.Kerberos account, ShareAddress.Smb address) {
    return new Factory.Named<>() {
      @Override
      public String getName() {
        return MECHANISM;
      }

      @Override
      public Authenticator create() {
        return new KerberosSignIn(account, address);
      }
    };
  }

  @Override
  public void init(SmbConfig config) {}

  @Override
  public boolean supports(AuthenticationContext who) {
    return true;
  }

  @Override
  public AuthenticateResponse authenticate(
      AuthenticationContext who, byte[] fromServer, ConnectionContext connection) {
    KerberosContext current = context;
    if (current == null) {
      current = account.begin(address);
      context = current;
    }
    AuthenticateResponse response =
        new AuthenticateResponse(new RawToken(current.next(fromServer).orElse(NOTHING)));
    if (current.established()) {
      response.setSessionKey(Arrays.copyOf(current.sessionKey(), KEY));
    }
    return response;
  }
}
