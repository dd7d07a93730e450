package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMB2Dialect;
import com.hierynomus.mssmb2.SMB3EncryptionCipher;
import com.hierynomus.protocol.commons.socket.ProxySocketFactory;
import com.hierynomus.smbj.SMBClient;
import com.hierynomus.smbj.SmbConfig;
import com.hierynomus.smbj.auth.AuthenticationContext;
import com.hierynomus.smbj.auth.NtlmAuthenticator;
import com.hierynomus.smbj.connection.Connection;
import com.hierynomus.smbj.connection.ConnectionContext;
import com.hierynomus.smbj.session.Session;
import com.hierynomus.smbj.session.SessionContext;
import com.hierynomus.smbj.share.DiskShare;
import com.hierynomus.smbj.share.Share;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One connection with one session and one tree, opened when first needed and again when lost. */
final class SmbjConnection {
  private static final Set<SMB2Dialect> DIALECTS =
      Set.of(
          SMB2Dialect.SMB_3_1_1, SMB2Dialect.SMB_3_0_2, SMB2Dialect.SMB_3_0, SMB2Dialect.SMB_2_1);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int BUFFER = 1 << 20;

  private record Live(SMBClient client, Connection connection, DiskShare share) {}

  private final ShareAddress.Smb address;
  private final ShareAccount account;
  private final SmbConfig settings;
  private final WatchedTransport transport;
  private @Nullable Live live;
  private @Nullable Agreement agreed;

  /**
   * @param patience longest wait for an answer
   */
  SmbjConnection(ShareAddress.Smb address, ShareAccount account, Duration patience) {
    this.address = address;
    this.account = account;
    FastSecurity security = new FastSecurity();
    this.transport = new WatchedTransport(security);
    SmbConfig.Builder settings =
        SmbConfig.builder()
            .withDialects(DIALECTS)
            .withMultiProtocolNegotiate(false)
            .withSigningRequired(true)
            .withEncryptData(true)
            .withDfsEnabled(false)
            .withSecurityProvider(security)
            .withTransportLayerFactory(transport)
            .withSocketFactory(new PromptSockets())
            .withBufferSize(BUFFER)
            .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (account instanceof ShareAccount.Kerberos kerberos) {
      settings.withAuthenticators(List.of(KerberosSignIn.factory(kerberos, address)));
    } else {
      settings.withAuthenticators(List.of(new NtlmAuthenticator.Factory()));
    }
    this.settings = settings.build();
  }

  /** The share, connected. */
  synchronized DiskShare disk() throws IOException {
    Live current = live;
    if (current != null && current.connection().isConnected()) {
      return current.share();
    }
    drop();
    Live made = connect();
    live = made;
    agreed = agreement(made);
    return made.share();
  }

  /** The protection negotiated last; empty before the first connection. */
  synchronized Optional<Agreement> agreed() {
    return Optional.ofNullable(agreed);
  }

  private static Agreement agreement(Live live) throws IOException {
    SMB2Dialect dialect = live.connection().getNegotiatedProtocol().getDialect();
    boolean encrypted = live.share().getTreeConnect().getSession().shouldEncryptData();
    return new Agreement(dialect.name().substring("SMB_".length()).replace('_', '.'), encrypted);
  }

  private Live connect() throws IOException {
    SMBClient client = new SMBClient(settings);
    try {
      Connection connection = client.connect(address.host(), address.port());
      if (!DIALECTS.contains(connection.getNegotiatedProtocol().getDialect())) {
        throw new OldProtocolException();
      }
      Session session = connection.authenticate(who());
      if (session.isAnonymous() || session.isGuest()) {
        throw new GuestException();
      }
      // smbj turns this off where the server demands encryption, and would then take an answer that
      // is neither encrypted nor signed.
      session.getSessionContext().setSigningRequired(true);
      seal(session.getSessionContext(), connection.getConnectionContext());
      Share share = session.connectShare(address.share());
      if (share instanceof DiskShare disk) {
        return new Live(client, connection, disk);
      }
      throw new ProtocolException("that share holds no files");
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /**
   * Uses {@link GcmSeal} where the session allows it; SMB 3.0 has only AES-CCM, which smbj itself
   * does.
   */
  private void seal(SessionContext session, ConnectionContext agreed) {
    SecretKey sealing = session.getEncryptionKey();
    SecretKey opening = session.getDecryptionKey();
    if (sealing != null
        && opening != null
        && agreed.getNegotiatedProtocol().getDialect() == SMB2Dialect.SMB_3_1_1
        && agreed.getCipherId() == SMB3EncryptionCipher.AES_128_GCM) {
      transport.sealWith(new GcmSeal(sealing, opening));
    }
  }

  private AuthenticationContext who() {
    return switch (account) {
      case ShareAccount.Ntlm(String domain, String user, String password) ->
          new AuthenticationContext(user, password.toCharArray(), domain);
      // Whoever the tickets belong to.
      case ShareAccount.Kerberos _ -> new AuthenticationContext("", new char[0], "");
    };
  }

  /** Whether the connection that was made last ended because an answer was altered. */
  boolean isAltered() {
    return transport.isAltered();
  }

  /** Drops a connection on which no answer is expected any more. */
  synchronized void drop() {
    Live current = live;
    live = null;
    if (current != null) {
      try (SMBClient _ = current.client()) {
        current.connection().close(true);
      } catch (IOException _) {
        // What was still to be sent could not be: its end is broken, and closed now.
      }
    }
  }

  /** Drops this connection, unless another one has replaced it already. */
  synchronized void dropped(Connection dead) {
    Live current = live;
    if (current != null && current.connection().equals(dead)) {
      drop();
    }
  }

  /** Logs off and closes the connection. */
  synchronized void close() {
    Live current = live;
    live = null;
    if (current != null) {
      current.client().close();
    }
  }

  /**
   * Protection of the connection.
   *
   * @param dialect such as {@code 3.1.1}
   * @param encrypted whether requests and answers are encrypted, not only signed
   */
  record Agreement(String dialect, boolean encrypted) {}

  /**
   * Creates sockets that send each request at once, without waiting for the previous answer
   * (Nagle).
   */
  private static final class PromptSockets extends ProxySocketFactory {
    private PromptSockets() {
      super(CONNECT_MILLIS);
    }

    @Override
    public Socket createSocket(String address, int port) throws IOException {
      Socket socket = super.createSocket(address, port);
      socket.setTcpNoDelay(true);
      return socket;
    }
  }

  /** The server offers only a dialect that is refused here. */
  static final class OldProtocolException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The server signed the account in as a guest or anonymously. */
  static final class GuestException extends IOException {
    private static final long serialVersionUID = 1L;

    GuestException() {
      super("it made us a guest");
    }
  }
}
