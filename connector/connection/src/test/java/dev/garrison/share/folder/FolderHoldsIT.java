package dev.garrison.share.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.files.SecondProcess;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of a file that this one holds. */
@Tag("first")
final class FolderHoldsIT {
  private static final SharePath LOCK = SharePath.of("held.lock");

  @TempDir private Path folder;

  @Test
  void aHoldThatAnotherInstanceIsRefusedStaysHeldForOtherProcesses() throws Exception {
    try (FolderShare share = new FolderShare(new ShareAddress.Folder(folder));
        FolderShare other = new FolderShare(new ShareAddress.Folder(folder))) {
      Path file = folder.resolve("held.lock");
      try (ContentShare.Hold _ = share.hold(LOCK, "anna@host1")) {
        assertThat(SecondProcess.gets(file)).isFalse();
        assertThatThrownBy(() -> other.hold(LOCK, "bert@host1"))
            .hasMessageEndingWith("another process is writing there (held by anna@host1)");
        assertThat(SecondProcess.gets(file)).isFalse();
      }
      assertThat(SecondProcess.gets(file)).isTrue();
    }
  }
}
