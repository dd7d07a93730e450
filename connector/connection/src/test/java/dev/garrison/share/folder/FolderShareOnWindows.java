package dev.garrison.share.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.access.AccessListed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of Windows that stands in for the content share. */
final class FolderShareOnWindows {
  private static final SharePath VERSION = SharePath.of("mde-2016/v1");

  @TempDir private Path folder;

  @Test
  void whatIsPublishedIsNamedAsWindowsNamesIt() {
    try (FolderShare share = new FolderShare(new ShareAddress.Folder(folder))) {
      share.createFolder(VERSION);
      share.put(
          VERSION,
          FileSource.of("install.ps1", "x".getBytes(StandardCharsets.UTF_8)),
          TransferProgress.SILENT);

      assertThat(share.list(VERSION))
          .extracting(ContentShare.Entry::name)
          .containsExactly("install.ps1");
      assertThat(share.describe(VERSION)).isEqualTo("folder:" + folder + "\\mde-2016\\v1");
      assertThat(share.describe(SharePath.ROOT)).isEqualTo("folder:" + folder);
    }
  }

  @Test
  void theAccessListsOfWhatLiesThereAreRead() {
    try (FolderShare share = new FolderShare(new ShareAddress.Folder(folder))) {
      share.createFolder(VERSION);
      AccessListed lists = share.accessLists().orElseThrow();

      AccessList list = lists.accessList(VERSION);
      assertThat(list.owner()).isEqualTo(NtfsAccess.ownAccount());
      assertThat(list.described().stream().map(Text::toString))
          .contains("Everyone (S-1-1-0): read");
    }
  }
}
