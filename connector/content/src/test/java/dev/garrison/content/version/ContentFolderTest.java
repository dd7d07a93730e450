package dev.garrison.content.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.folder.FolderShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version is complete or invisible, and never changed. */
final class ContentFolderTest {
  private @TempDir Path root;
  private Optional<FolderShare> opened = Optional.empty();

  @BeforeEach
  void openShare() {
    opened = Optional.of(new FolderShare(new ShareAddress.Folder(root)));
  }

  private ContentFolder folder() {
    return new ContentFolder(share(), SharePath.of("base"), new Json(), "anna@host1");
  }

  private FolderShare share() {
    return opened.orElseThrow();
  }

  private static FileSource text(String name, String content) {
    return FileSource.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static VersionContent version(FileSource... files) {
    return new VersionContent("v1", "prod", List.of(files));
  }

  private static List<String> publish(ContentFolder folder, VersionContent content) {
    return folder.publish(content, TransferProgress.SILENT);
  }

  private Path v1(String name) {
    return root.resolve("base/v1").resolve(name);
  }

  @Test
  void aPublishedVersionIsCompleteAndHoldsOnlyItsFilesAndTheMarker() {
    VersionContent content = version(text("b.msi", "bbb"), text("a.ps1", "a"));
    List<String> heard = new ArrayList<>();
    assertThat(folder().publish(content, (done, total) -> heard.add(done + "/" + total)))
        .containsExactly("b.msi", "a.ps1");
    assertThat(folder().prove("v1")).isEqualTo(new VersionState.Complete(content.marker()));
    assertThat(share().list(SharePath.of("base/v1")))
        .extracting(ContentShare.Entry::name)
        .containsExactly(".garrison.json", "a.ps1", "b.msi");
    assertThat(heard).containsExactly("3/4", "3/4", "4/4", "4/4");
  }

  @Test
  void theMarkerIsReadableJson() {
    publish(folder(), version(text("a", "x")));
    assertThat(v1(".garrison.json"))
        .hasContent(
            """
            {
              "files" : [
                {
                  "name" : "a",
                  "sha256" : "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                  "size" : 1,
                  "version" : null
                }
              ],
              "format" : 1,
              "mark" : "prod"
            }
            """);
  }

  @Test
  void aPartFileStaysUntilItIsContinuedAndGoesWhenItsFileIsThere() throws IOException {
    VersionContent content = version(text("a", "one"), text("b", "two"));
    publish(folder(), content);
    Files.move(v1(".garrison.json"), v1(".garrison.json.pending"));
    Files.writeString(v1("a.part"), "of an attempt whose file came in another way");
    Files.move(v1("b"), v1("b.part"));
    assertThat(publish(folder(), content)).containsExactly("b");
    assertThat(folder().prove("v1")).isEqualTo(new VersionState.Complete(content.marker()));
    assertThat(share().list(SharePath.of("base/v1")))
        .extracting(ContentShare.Entry::name)
        .containsExactly(".garrison.json", "a", "b");
  }

  @Test
  void publishingTwiceSendsNothing() {
    VersionContent content = version(text("a", "x"));
    publish(folder(), content);
    assertThat(publish(folder(), content)).isEmpty();
  }

  @Test
  void anInterruptedVersionIsInvisibleAndResumedByDigest() {
    FileSource broken =
        new FileSource(
            text("c", "later").file(),
            () -> {
              throw new IOException("disk error");
            });
    assertThatThrownBy(() -> publish(folder(), version(text("a", "one"), broken)))
        .isInstanceOf(ContentShareException.class);
    VersionContent whole = version(text("a", "one"), text("c", "later"));
    assertThat(folder().observe("v1"))
        .isEqualTo(new VersionState.Incomplete(Optional.of(whole.marker()), List.of("a")));
    assertThat(publish(folder(), whole)).containsExactly("c");
    assertThat(folder().prove("v1")).isInstanceOf(VersionState.Complete.class);
  }

  @Test
  void aFileOfAnInterruptedVersionThatDiffersIsSentAgain() throws IOException {
    VersionContent content = version(text("a", "one"));
    publish(folder(), content);
    Files.move(v1(".garrison.json"), v1(".garrison.json.pending"));
    Files.writeString(v1("a"), "two");
    assertThat(publish(folder(), content)).containsExactly("a");
    assertThat(folder().prove("v1")).isInstanceOf(VersionState.Complete.class);
  }

  @Test
  void aVersionWithOtherFilesIsNeverOverwritten() {
    publish(folder(), version(text("a", "one")));
    assertThatThrownBy(() -> publish(folder(), version(text("a", "two"), text("b", "x"))))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The content version at \"folder:"
                + root
                + "/base/v1\" differs from the expected one in these files: a, b. Publish to another folder, or remove this version. Garrison never changes a published version. [CONTENT_VERSION_DIFFERS GAR-0330]");
    assertThat(v1("a")).hasContent("one");
  }

  @Test
  void aVersionOfAnotherManifestIsNeitherTakenNorRemoved() {
    publish(folder(), version(text("a", "one")));
    String message =
        "The content version at \"folder:"
            + root
            + "/base/v1\" belongs to the manifest \"prod\", not to \"test\". Publish to another folder, or remove this version. Garrison never changes a published version."
            + " [CONTENT_VERSION_DIFFERS GAR-0330]";
    assertThatThrownBy(
            () -> publish(folder(), new VersionContent("v1", "test", List.of(text("a", "one")))))
        .hasMessage(message);
    assertThatThrownBy(() -> folder().remove("v1", "test")).hasMessage(message);
    assertThat(folder().prove("v1")).isInstanceOf(VersionState.Complete.class);
  }

  @Test
  void aStrangersFolderIsNeverTouched() throws IOException {
    Files.createDirectories(v1(""));
    Files.writeString(v1("theirs.part"), "x");
    assertThat(folder().observe("v1")).isEqualTo(new VersionState.Foreign(List.of("theirs.part")));
    String message =
        "\"folder:"
            + root
            + "/base/v1\" contains files that Garrison didn't publish: theirs.part. Move the files, or set \"content.publishTo\" to another folder. No changes were made."
            + " [CONTENT_VERSION_FOREIGN GAR-0332]";
    assertThatThrownBy(() -> publish(folder(), version(text("a", "x")))).hasMessage(message);
    assertThatThrownBy(() -> folder().remove("v1", "prod")).hasMessage(message);
    assertThat(v1("theirs.part")).hasContent("x");
  }

  @Test
  void aDeletedFileIsSentAgainButAnAlteredOneIsNot() throws IOException {
    VersionContent content = version(text("a", "one"), text("b", "two"));
    publish(folder(), content);
    Files.delete(v1("a"));
    assertThat(folder().observe("v1"))
        .isEqualTo(new VersionState.Damaged(content.marker(), List.of("a"), List.of()));
    assertThat(publish(folder(), content)).containsExactly("a");
    Files.writeString(v1("b"), "2wo");
    assertThat(folder().observe("v1")).isInstanceOf(VersionState.Complete.class);
    assertThat(folder().prove("v1"))
        .isEqualTo(new VersionState.Damaged(content.marker(), List.of(), List.of("b")));
    Files.writeString(v1("b"), "longer");
    assertThatThrownBy(() -> publish(folder(), content))
        .hasMessage(
            "The content version at \"folder:"
                + root
                + "/base/v1\" was changed after publishing: b. Find out who changed the folder. Remove files that were added, and delete files that were altered. The next apply sends the deleted files again."
                + " [CONTENT_VERSION_DAMAGED GAR-0331]");
  }

  @Test
  void aMarkerThatCannotBeUnderstoodIsLeftAlone() throws IOException {
    publish(folder(), version(text("a", "one")));
    for (String hostile :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"format\":2,\"mark\":\"m\",\"files\":[]}",
            "{\"format\":1,\"mark\":\"m\",\"files\":null}",
            "{\"format\":1,\"mark\":\"m\",\"files\":[null]}",
            "{\"format\":1,\"mark\":\"m\",\"files\":[{\"name\":\"../a\",\"size\":1,\"sha256\":\"\"}]}",
            "[".repeat(100_000))) {
      Files.writeString(v1(".garrison.json"), hostile);
      assertThat(folder().observe("v1")).isInstanceOf(VersionState.Unreadable.class);
    }
    assertThatThrownBy(() -> folder().remove("v1", "prod"))
        .hasMessageStartingWith(
            "The marker of the content version at \"folder:" + root + "/base/v1\" can't")
        .hasMessageEndingWith(
            "delete its folder manually. No changes were made. [CONTENT_MARKER_UNREADABLE GAR-0333]");
  }

  @Test
  void aSecondPublisherIsToldWhoTheFirstIs() {
    share().createFolder(SharePath.of("base"));
    try (ContentShare.Hold _ = share().hold(SharePath.of("base/.garrison.lock"), "bert@host2")) {
      assertThatThrownBy(() -> publish(folder(), version(text("a", "x"))))
          .hasMessage(
              "Garrison can't lock \"folder:"
                  + root
                  + "/base/.garrison.lock\": another process is writing there (held by bert@host2)");
    }
    assertThat(publish(folder(), version(text("a", "x")))).containsExactly("a");
  }

  @Test
  void removingTakesTheVersionAndIsIdempotent() {
    publish(folder(), version(text("a", "x")));
    folder().remove("v1", "prod");
    folder().remove("v1", "prod");
    assertThat(folder().observe("v1")).isEqualTo(new VersionState.Missing());
  }

  @Test
  void allVersionsAreListedWithWhatTheyAre() throws IOException {
    assertThat(folder().versions(name -> true)).isEmpty();
    publish(folder(), version(text("a", "x")));
    Files.createDirectory(root.resolve("base/v2"));
    Files.writeString(root.resolve("base/v2/b"), "");
    Files.createDirectory(root.resolve("base/theirs"));
    Instant written = Files.getLastModifiedTime(v1(".garrison.json")).toInstant();
    assertThat(folder().versions(name -> name.startsWith("v")))
        .isEqualTo(
            Map.of(
                "v1", new ContentFolder.Shelved(folder().observe("v1"), written),
                "v2",
                    new ContentFolder.Shelved(
                        new VersionState.Foreign(List.of("b")), Instant.EPOCH)));
  }
}
