package dev.garrison.share.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareContract;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class FolderShareIT extends ContentShareContract {
  private @TempDir Path temporary;
  private FolderShare share = new FolderShare(new ShareAddress.Folder(Path.of("/")));
  private FolderShare other = share;
  private Path root = Path.of("/");

  @BeforeEach
  void makeShares() throws IOException {
    root = Files.createDirectory(temporary.resolve("share"));
    share = new FolderShare(new ShareAddress.Folder(root));
    other = new FolderShare(new ShareAddress.Folder(root));
  }

  @AfterEach
  void closeShares() {
    share.close();
    other.close();
  }

  @Override
  protected ContentShare share() {
    return share;
  }

  @Override
  protected ContentShare other() {
    return other;
  }

  private static FileSource file(String name) {
    return FileSource.of(name, new byte[] {1, 2, 3});
  }

  @Test
  void aFolderThatIsNotThereIsRefusedAtOnce() {
    Path missing = temporary.resolve("missing");
    assertThat(failure(() -> new FolderShare(new ShareAddress.Folder(missing))))
        .hasMessage("Garrison can't open \"folder:" + missing + "\": not found");
  }

  @Test
  void aFolderThatGoesAwayInTheMiddleIsSaidSo() throws IOException {
    Files.delete(root);
    ContentShareException failure =
        failure(() -> share.put(SharePath.ROOT, file("a"), TransferProgress.SILENT));
    assertThat(failure.diagnostic())
        .hasToString(
            "Garrison can't access \"folder:"
                + root
                + "/a\": the share became unavailable. Run the command again when the share is available. No incomplete version is visible, and the transfer resumes where it was interrupted. [CONTENT_SHARE_GONE GAR-0305]");
  }

  @Test
  void aLinkOutOfTheShareIsRefused() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "s");
    Files.createSymbolicLink(root.resolve("out"), outside);
    Files.createSymbolicLink(root.resolve("dangling"), temporary.resolve("not-yet"));
    String why = "\": the share reported an error (a symbolic link leads out of the folder)";
    assertThat(failure(() -> share.open(SharePath.of("out/secret"))))
        .hasMessage("Garrison can't read \"folder:" + root + "/out/secret" + why);
    assertThat(failure(() -> share.put(SharePath.of("out"), file("a"), TransferProgress.SILENT)))
        .hasMessage("Garrison can't access \"folder:" + root + "/out/a" + why);
    assertThat(failure(() -> share.createFolder(SharePath.of("dangling"))))
        .hasMessage("Garrison can't create \"folder:" + root + "/dangling" + why);
    assertThat(outside).isDirectoryContaining("glob:**secret").isDirectoryNotContaining("glob:**a");
  }

  @Test
  void aLinkInsideTheShareIsFollowed() throws IOException {
    Files.createDirectory(root.resolve("real"));
    Files.createSymbolicLink(root.resolve("link"), Path.of("real"));
    share.put(SharePath.of("link"), file("a"), TransferProgress.SILENT);
    assertThat(root.resolve("real/a")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void aFileIsNoFolderToPutInto() throws IOException {
    Files.writeString(root.resolve("plain"), "x");
    assertThat(
            failure(() -> share.put(SharePath.of("plain"), file("a"), TransferProgress.SILENT))
                .kind())
        .isEqualTo(Kind.NOT_FOUND);
  }
}
