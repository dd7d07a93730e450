package dev.garrison.share.samba;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareContract;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** The contract against a real Samba; each test has a folder of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SambaShareContract extends ContentShareContract {
  private Optional<SambaServer> server = Optional.empty();
  private Optional<ContentShare> share = Optional.empty();
  private Optional<ContentShare> other = Optional.empty();

  /** How the server runs. */
  protected abstract SambaSettings settings();

  /** The adapter under test. */
  protected abstract ContentShare connect(ShareAddress.Smb address, ShareAccount account);

  @BeforeAll
  void startServer() throws IOException, InterruptedException {
    server = Optional.of(Samba.start(settings()));
  }

  @AfterAll
  void stopServer() {
    server.ifPresent(SambaServer::close);
  }

  @BeforeEach
  void connect(TestInfo test) {
    SambaServer running = server.orElseThrow();
    String name = test.getTestMethod().orElseThrow().getName();
    try (ContentShare all =
        connect(Samba.address(running, running.port()), Samba.account(running))) {
      all.createFolder(SharePath.of(name));
    }
    ShareAddress.Smb address =
        new ShareAddress.Smb(running.host(), running.port(), SambaServer.SHARE, SharePath.of(name));
    share = Optional.of(connect(address, Samba.account(running)));
    other = Optional.of(connect(address, Samba.account(running)));
  }

  @AfterEach
  void disconnect() {
    share.ifPresent(ContentShare::close);
    other.ifPresent(ContentShare::close);
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
