package dev.garrison.content.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stops a removal before its first write, and in which order it deletes. */
final class RemovalTest {
  private static final String MARKER = "base/v1/.garrison.json";
  private static final String PENDING = "base/v1/.garrison.json.pending";
  private static final String UNTOUCHED =
      " Move the files, or set \"content.publishTo\" to another folder. No changes were made."
          + " [CONTENT_VERSION_FOREIGN GAR-0332]";
  private static final String NOT_OURS =
      "The content version at \"fake:/base/v1\" belongs to the manifest \"prod\", not to \"test\". Publish to another folder, or remove this version. Garrison never changes a published version. [CONTENT_VERSION_DIFFERS GAR-0330]";
  private static final String UNREADABLE =
      "The marker of the content version at \"fake:/base/v1\" can't be read: the file isn't a JSON object. If nothing uses this version, delete its folder manually. No changes were made. [CONTENT_MARKER_UNREADABLE GAR-0333]";

  private final FakeShare share = new FakeShare();

  private ContentFolder folder() {
    return new ContentFolder(share, SharePath.of("base"), new Json(), "anna@host1");
  }

  private static FileSource text(String name) {
    return FileSource.of(name, name.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void publish() {
    Object _ =
        folder()
            .publish(
                new VersionContent("v1", "prod", List.of(text("a"), text("b"))),
                TransferProgress.SILENT);
    share.forgetCalls();
  }

  private void refused(String mark, String message) {
    List<String> before = share.names("base/v1");
    assertThatThrownBy(() -> folder().remove("v1", mark))
        .isInstanceOf(RefusalException.class)
        .hasMessage(message);
    assertThat(share.writes()).containsExactly("hold base/.garrison.lock");
    assertThat(share.calls()).endsWith("release base/.garrison.lock");
    assertThat(share.names("base/v1")).isEqualTo(before);
  }

  @Test
  void theMarkerGoesFirstAndAllIsDeletedWhileTheFolderIsHeld() {
    folder().remove("v1", "prod");
    assertThat(share.writes())
        .containsExactly(
            "hold base/.garrison.lock",
            "delete " + PENDING,
            "rename " + MARKER + " .garrison.json.pending",
            "delete base/v1/a",
            "delete base/v1/b",
            "delete " + PENDING,
            "delete base/v1");
    assertThat(share.calls()).endsWith("release base/.garrison.lock");
    assertThat(share.names("base")).containsExactly(".garrison.lock");
  }

  @Test
  void whatIsNotThereIsNotEvenHeld() {
    folder().remove("v2", "prod");
    assertThat(share.calls()).containsExactly("find base/v2");
  }

  @Test
  void nothingIsDeletedInAFolderThatSomebodyElseHolds() {
    try (ContentShare.Hold _ =
        share.other().hold(SharePath.of("base/.garrison.lock"), "bert@host2")) {
      share.forgetCalls();
      assertThatThrownBy(() -> folder().remove("v1", "prod"))
          .hasMessage(
              "Garrison can't lock \"fake:/base/.garrison.lock\": another process is writing there (held by bert@host2)");
      assertThat(share.writes()).containsExactly("hold base/.garrison.lock");
    }
  }

  @Test
  void aVersionOfAnotherManifestIsRefused() {
    refused("test", NOT_OURS);
  }

  @Test
  void aDamagedVersionOfAnotherManifestIsRefused() {
    share.erase("base/v1/a");
    refused("test", NOT_OURS);
  }

  @Test
  void aHalfVersionOfAnotherManifestIsRefused() {
    share.move(MARKER, PENDING);
    refused("test", NOT_OURS);
  }

  @Test
  void aStrangersFileInACompleteVersionIsRefused() {
    share.write("base/v1/theirs", "x");
    refused(
        "prod",
        "\"fake:/base/v1\" contains files that Garrison didn't publish: theirs." + UNTOUCHED);
  }

  @Test
  void aStrangersFileInAHalfVersionIsRefused() {
    share.move(MARKER, PENDING);
    share.write("base/v1/theirs", "x");
    refused(
        "prod",
        "\"fake:/base/v1\" contains files that Garrison didn't publish: theirs." + UNTOUCHED);
  }

  @Test
  void aFolderThatNobodyMarkedIsRefused() {
    share.erase(MARKER);
    refused(
        "prod", "\"fake:/base/v1\" contains files that Garrison didn't publish: a, b." + UNTOUCHED);
  }

  @Test
  void aMarkerThatIsNotUnderstoodIsRefused() {
    share.write(MARKER, "[]");
    refused("prod", UNREADABLE);
  }

  @Test
  void aPendingMarkerThatIsNotUnderstoodIsRefused() {
    share.erase(MARKER);
    share.write(PENDING, "[]");
    refused("prod", UNREADABLE);
  }

  @Test
  void aVersionWithAlteredFilesOfOursGoes() {
    share.write("base/v1/a", "other");
    folder().remove("v1", "prod");
    assertThat(share.names("base")).containsExactly(".garrison.lock");
  }

  @Test
  void aHalfVersionGoesWithItsParts() {
    share.move(MARKER, PENDING);
    share.erase("base/v1/b");
    share.write("base/v1/b.part", "b");
    folder().remove("v1", "prod");
    assertThat(share.writes())
        .containsExactly(
            "hold base/.garrison.lock",
            "delete base/v1/a",
            "delete base/v1/b.part",
            "delete " + PENDING,
            "delete base/v1");
  }

  @Test
  void anEmptyFolderGoes() {
    share.createFolder(SharePath.of("base/v2"));
    folder().remove("v2", "test");
    assertThat(share.names("base")).containsExactly(".garrison.lock", "v1");
  }

  @Test
  void aPendingMarkerOfAnEarlierAttemptIsNoObstacle() {
    share.write(PENDING, "{}");
    folder().remove("v1", "prod");
    assertThat(share.names("base")).containsExactly(".garrison.lock");
  }

  @Test
  void aVersionWhoseMarkerCannotBeHiddenKeepsItsFiles() {
    share.failOn("rename " + MARKER + " .garrison.json.pending", Kind.ACCESS_DENIED);
    assertThatThrownBy(() -> folder().remove("v1", "prod"))
        .hasMessage("Garrison can't rename \"fake:/base/v1/.garrison.json\": access is denied");
    assertThat(share.names("base/v1")).containsExactly(".garrison.json", "a", "b");
  }

  @Test
  void aRemovalThatWasCutOffIsFinished() {
    share.failOn("delete base/v1/b", Kind.GONE);
    assertThatThrownBy(() -> folder().remove("v1", "prod"))
        .hasMessage("Garrison can't delete \"fake:/base/v1/b\": the share became unavailable");
    assertThat(folder().observe("v1")).isInstanceOf(VersionState.Incomplete.class);
    share.mend();
    folder().remove("v1", "prod");
    assertThat(folder().observe("v1")).isEqualTo(new VersionState.Missing());
  }
}
