package dev.garrison.share.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.files.SmallMount;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.LargeFile;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder on a file system that is full or read-only; mounting one needs root. */
@Tag("first")
final class MountedFolderIT {
  private @TempDir Path temporary;

  private static ContentShareException put(ContentShare share, long size) {
    return catchThrowableOfType(
        ContentShareException.class,
        () -> share.put(SharePath.ROOT, LargeFile.of("a", size), TransferProgress.SILENT));
  }

  @Test
  void aFullFolderLeavesNothingAndSaysSo() throws IOException, InterruptedException {
    try (SmallMount mount = SmallMount.at(temporary, "size=2m");
        FolderShare share = new FolderShare(new ShareAddress.Folder(mount.folder()))) {
      assertThat(put(share, 8L << 20).diagnostic())
          .hasToString(
              "Garrison can't write \"folder:"
                  + mount.folder()
                  + "/a.part\": the share is full. Free up space on the share, and run the command again. Complete files aren't sent again. [CONTENT_SHARE_FULL GAR-0303]");
      assertThat(share.list(SharePath.ROOT)).isEmpty();
    }
  }

  @Test
  void aReadOnlyFolderSaysSo() throws IOException, InterruptedException {
    try (SmallMount mount = SmallMount.at(temporary, "size=2m,ro");
        FolderShare share = new FolderShare(new ShareAddress.Folder(mount.folder()))) {
      assertThat(put(share, 1).diagnostic())
          .hasToString(
              "Garrison can't write \"folder:"
                  + mount.folder()
                  + "/a.part\": the share is read-only. Publish to a share that the publishing account can change. [CONTENT_SHARE_READ_ONLY GAR-0304]");
    }
  }
}
