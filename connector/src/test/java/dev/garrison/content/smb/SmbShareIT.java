package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareContract;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.content.share.SharePath;
import dev.garrison.lab.smb.SambaServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** The contract against a real Samba that demands signing; each test has a folder of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmbShareIT extends ContentShareContract {
  private Optional<SambaServer> server = Optional.empty();
  private Optional<SmbShare> share = Optional.empty();
  private Optional<SmbShare> other = Optional.empty();

  @BeforeAll
  void startServer() throws IOException, InterruptedException {
    server = Optional.of(Samba.start(Samba.settings()));
  }

  @AfterAll
  void stopServer() {
    server.ifPresent(SambaServer::close);
  }

  @BeforeEach
  void connect(TestInfo test) {
    SambaServer running = server.orElseThrow();
    String name = test.getTestMethod().orElseThrow().getName();
    try (SmbShare all = Samba.share(running)) {
      all.createFolder(SharePath.of(name));
    }
    ShareAddress.Smb address =
        new ShareAddress.Smb(running.host(), running.port(), SambaServer.SHARE, SharePath.of(name));
    share = Optional.of(new SmbShare(address, Samba.account(running)));
    other = Optional.of(new SmbShare(address, Samba.account(running)));
  }

  @AfterEach
  void disconnect() {
    share.ifPresent(SmbShare::close);
    other.ifPresent(SmbShare::close);
  }

  @Override
  protected ContentShare share() {
    return share.orElseThrow();
  }

  @Override
  protected ContentShare other() {
    return other.orElseThrow();
  }
}
