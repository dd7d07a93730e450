package dev.garrison.share.jcifs;

import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.RemoteShare;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Credentials;
import jcifs.config.PropertyConfiguration;
import jcifs.context.BaseContext;
import jcifs.smb.NtlmPasswordAuthenticator;

/**
 * Content share over SMB through jcifs-ng: SMB 2.1 to 3.1.1, NTLMv2 or Kerberos, no encryption. SMB
 * 1 is never used. Requests are signed. jcifs-ng 2.1.10 discards the signature of every answer
 * after the session setup unread, so only the digest read back proves the content of the share. Two
 * connections with several handles each transfer one file, because jcifs-ng sends one request of at
 * most 64 KiB at a time per handle. They sign in before anything is sent: a thread that waits for
 * an answer to the sign-in holds the lock that the reader needs to report that the connection has
 * ended, so a lost connection there is detected only when the answer is overdue. DFS is off:
 * publish to the target server itself.
 */
public final class SmbShare extends RemoteShare {
  private static final int CONNECTIONS = 2;

  /**
   * Creates the share without connecting; the first use connects.
   *
   * @param encryptionDemanded called when the very first request is denied: whether an encrypted
   *     connection is accepted, because a server that requires encryption gives no other reason
   */
  public SmbShare(
      ShareAddress.Smb address, ShareAccount account, BooleanSupplier encryptionDemanded) {
    List<CIFSContext> connections =
        Stream.generate(() -> connection(address, account)).limit(CONNECTIONS).toList();
    Attempts attempts =
        new Attempts(new SmbFailures(encryptionDemanded), () -> account.rejected(address));
    super(address, new SmbCalls(address, connections, attempts), attempts);
  }

  private static CIFSContext connection(ShareAddress.Smb address, ShareAccount account) {
    Properties settings = new Properties();
    settings.setProperty("jcifs.smb.client.minVersion", "SMB210");
    settings.setProperty("jcifs.smb.client.maxVersion", "SMB311");
    settings.setProperty("jcifs.smb.client.signingPreferred", "true");
    settings.setProperty("jcifs.smb.client.signingEnforced", "true");
    settings.setProperty("jcifs.smb.client.tcpNoDelay", "true");
    settings.setProperty("jcifs.smb.client.dfs.disabled", "true");
    settings.setProperty("jcifs.smb.client.connTimeout", "10000");
    settings.setProperty("jcifs.smb.client.responseTimeout", "30000");
    settings.setProperty("jcifs.smb.client.soTimeout", "35000");
    settings.setProperty("jcifs.resolveOrder", "DNS");
    try {
      BaseContext context = new BaseContext(new PropertyConfiguration(settings));
      CIFSContext connection = context.withCredentials(credentials(address, account));
      endWithTheProgram(context);
      endWithTheProgram(connection);
      return connection;
    } catch (CIFSException e) {
      throw new IllegalStateException("these settings are constant", e);
    }
  }

  private static Credentials credentials(ShareAddress.Smb address, ShareAccount account) {
    return switch (account) {
      case ShareAccount.Ntlm(String domain, String user, String password) ->
          new NtlmPasswordAuthenticator(domain, user, password);
      case ShareAccount.Kerberos kerberos -> new KerberosTicketCredentials(kerberos, address);
    };
  }

  /**
   * Removes the shutdown hook of jcifs-ng, which waits for a minute when the server does not
   * answer. It would log off when the program ends. The server frees the held files in any case, as
   * soon as the connection ends.
   */
  private static void endWithTheProgram(CIFSContext context) {
    if (context instanceof Thread goodbye) {
      Runtime.getRuntime().removeShutdownHook(goodbye);
    }
  }
}
