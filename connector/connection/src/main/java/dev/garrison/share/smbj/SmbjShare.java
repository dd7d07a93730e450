package dev.garrison.share.smbj;

import dev.garrison.files.acl.AccessList;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.access.AccessControlled;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.RemoteShare;
import java.time.Duration;
import java.util.Optional;

/**
 * Content share over SMB through smbj: SMB 2.1 to 3.1.1, NTLMv2 or Kerberos, never SMB 1. It is
 * encrypted wherever the server supports that, and always signed otherwise. One connection carries
 * several requests at once, so a long distance to the server costs little. DFS is off: publish to
 * the target server itself.
 */
public final class SmbjShare extends RemoteShare implements AccessControlled {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SmbjConnection connection;
  private final SmbjCalls calls;
  private final Attempts attempts;

  /** Creates the share without connecting; the first use connects. */
  public SmbjShare(ShareAddress.Smb address, ShareAccount account) {
    this(address, account, PATIENCE);
  }

  /**
   * @param patience how long an answer may take before the share counts as gone
   */
  SmbjShare(ShareAddress.Smb address, ShareAccount account, Duration patience) {
    SmbjConnection connection = new SmbjConnection(address, account, patience);
    Attempts attempts = new Attempts(new SmbjFailures(connection), () -> account.rejected(address));
    SmbjCalls calls = new SmbjCalls(address, connection, attempts);
    super(address, calls, attempts);
    this.connection = connection;
    this.attempts = attempts;
    this.calls = calls;
  }

  /** Protection of the last connection, in a few words; empty before the first one. */
  public Optional<Text> protection() {
    return connection
        .agreed()
        .map(agreed ->
            Text.of(
                agreed.encrypted() ? "share-protection.encrypted" : "share-protection.signed",
                "dialect",
                agreed.dialect()));
  }

  /**
   * Whether this account can connect with encryption. The reason of a failure is not reported here.
   */
  public boolean entersEncrypted() {
    try {
      return find(SharePath.ROOT).isPresent()
          && connection.agreed().map(SmbjConnection.Agreement::encrypted).orElse(false);
    } catch (ContentShareException _) {
      return false;
    }
  }

  @Override
  public AccessList accessList(SharePath path) {
    return attempts.once(
        "readRights", describe(path), () -> calls.rights().read(calls.place(path)));
  }

  @Override
  public void setAccessList(SharePath path, AccessList list) {
    attempts.once("setRights", describe(path), () -> calls.rights().write(calls.place(path), list));
  }
}
