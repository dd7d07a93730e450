package dev.garrison.share.samba;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.smbj.SmbjShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The real server of these tests, and ways to reach it. */
public final class Samba {
  public static final String PASSWORD = "Lab!Passw0rd";

  private Samba() {}

  public static SambaSettings settings() {
    return SambaSettings.in(Path.of(System.getProperty("java.io.tmpdir")), PASSWORD);
  }

  /** Skips the test, loudly, where Samba is missing. */
  public static SambaServer start(SambaSettings settings) throws IOException, InterruptedException {
    Optional<SambaServer> server = SambaServer.start(settings);
    Assumptions.assumeTrue(
        server.isPresent(),
        "NOT TESTED: SMB, because smbd is not installed (./check --install brings it).");
    return server.orElseThrow();
  }

  public static ShareAddress.Smb address(SambaServer server, int port) {
    return new ShareAddress.Smb(server.host(), port, SambaServer.SHARE, SharePath.ROOT);
  }

  public static ShareAccount account(SambaServer server) {
    return new ShareAccount.Ntlm("", server.user(), server.password());
  }

  /** The share, by the adapter that is used unless the manifest names another. */
  public static ContentShare share(SambaServer server) {
    return new SmbjShare(address(server, server.port()), account(server));
  }
}
