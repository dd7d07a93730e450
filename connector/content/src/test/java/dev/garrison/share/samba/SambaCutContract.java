package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionContent;
import dev.garrison.content.version.VersionState;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.LargeFile;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.folder.FolderShare;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A publication whose connection is cut at each 64 KiB of its large file, in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SambaCutContract {
  private static final int STEP = 1 << 16;
  protected static final int STEPS = 64;
  private static final int MOST_ATTEMPTS = 5_000;
  private static final FileSource LARGE = LargeFile.of("md4ws.msi", (long) STEP * STEPS);
  private static final VersionContent VERSION = new VersionContent("v1", "prod", List.of(LARGE));

  private Optional<SambaServer> server = Optional.empty();

  @BeforeAll
  void startServer() throws IOException, InterruptedException {
    server = Optional.of(Samba.start(Samba.settings()));
  }

  @AfterAll
  void stopServer() {
    server.ifPresent(SambaServer::close);
  }

  /** The adapter under test. */
  protected abstract ContentShare connect(ShareAddress.Smb address, ShareAccount account);

  /** At which of the {@link #STEPS} places the connection is cut. */
  protected abstract IntStream cuts();

  private static ContentFolder folder(ContentShare share, int cut) {
    return new ContentFolder(share, SharePath.of("cut" + cut), new Json(), "test");
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aCutNeverShowsAWrongVersionAndTheNextRunCompletesIt(int cut) throws IOException {
    SambaServer running = server.orElseThrow();
    try (FaultyProxy proxy = new FaultyProxy(running.port());
        ContentShare share = connect(Samba.address(running, proxy.port()), Samba.account(running));
        FolderShare disk = new FolderShare(new ShareAddress.Folder(running.folder()))) {
      share.createFolder(SharePath.of("cut" + cut + "/v1"));
      proxy.cutAfter((long) STEP * cut);
      ContentShareException failure =
          catchThrowableOfType(
              ContentShareException.class,
              () -> folder(share, cut).publish(VERSION, TransferProgress.SILENT));
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.GONE);
      assertThat(folder(disk, cut).prove("v1")).isInstanceOf(VersionState.Incomplete.class);
      assertThat(wrong(running.folder().resolve("cut" + cut + "/v1/md4ws.msi"))).isFalse();
      assertThat(publishedAgain(share, cut)).containsExactly("md4ws.msi");
      assertThat(folder(disk, cut).prove("v1"))
          .isEqualTo(new VersionState.Complete(VERSION.marker()));
    }
  }

  /** The server lets go of what a cut connection held once it notices, which takes it a moment. */
  private static List<String> publishedAgain(ContentShare share, int cut) {
    for (int attempt = 1; ; attempt++) {
      try {
        return folder(share, cut).publish(VERSION, TransferProgress.SILENT);
      } catch (ContentShareException failure) {
        if (failure.kind() != Kind.HELD || attempt == MOST_ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private static boolean wrong(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return !Sha256.of(stream).equals(LARGE.file().sha256());
    }
  }
}
