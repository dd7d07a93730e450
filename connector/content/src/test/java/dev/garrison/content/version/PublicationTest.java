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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stops a publication before its first write, and in which order it writes. */
final class PublicationTest {
  private static final String MARKER = "base/v1/.garrison.json";
  private static final String PENDING = "base/v1/.garrison.json.pending";
  private static final String UNTOUCHED =
      " Move the files, or set \"content.publishTo\" to another folder. No changes were made."
          + " [CONTENT_VERSION_FOREIGN GAR-0332]";
  private static final String NEVER_CHANGED =
      " Publish to another folder, or remove this version. Garrison never changes a published version. [CONTENT_VERSION_DIFFERS GAR-0330]";

  private final FakeShare share = new FakeShare();
  private final VersionContent wanted = version("prod", text("a", "one"), text("b", "two"));

  private static FileSource text(String name, String content) {
    return FileSource.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static VersionContent version(String mark, FileSource... files) {
    return new VersionContent("v1", mark, List.of(files));
  }

  private ContentFolder folder() {
    return new ContentFolder(share, SharePath.of("base"), new Json(), "anna@host1");
  }

  private List<String> publish(VersionContent content) {
    return folder().publish(content, TransferProgress.SILENT);
  }

  private void refused(String message) {
    share.forgetCalls();
    List<String> before = share.find(SharePath.of("base/v1")).isEmpty() ? List.of() : names();
    assertThatThrownBy(() -> publish(wanted))
        .isInstanceOf(RefusalException.class)
        .hasMessage(message);
    assertThat(share.writes()).containsExactly("createFolder base", "hold base/.garrison.lock");
    assertThat(share.calls()).endsWith("release base/.garrison.lock");
    assertThat(names()).isEqualTo(before);
  }

  private List<String> names() {
    return share.names("base/v1");
  }

  /** What lies there in the middle of an attempt. */
  private void begun(VersionContent content) {
    publish(content);
    share.move(MARKER, PENDING);
    share.forgetCalls();
  }

  @BeforeEach
  void makeBase() {
    share.createFolder(SharePath.of("base"));
    share.forgetCalls();
  }

  @Test
  void theMarkerComesLastAndAllIsWrittenWhileTheFolderIsHeld() {
    publish(wanted);
    assertThat(share.writes())
        .containsExactly(
            "createFolder base",
            "hold base/.garrison.lock",
            "createFolder base/v1",
            "put " + PENDING,
            "put base/v1/a",
            "put base/v1/b",
            "rename " + PENDING + " .garrison.json");
    assertThat(share.calls()).endsWith("release base/.garrison.lock");
  }

  @Test
  void nothingIsWrittenIntoAFolderThatSomebodyElseHolds() {
    try (ContentShare.Hold _ =
        share.other().hold(SharePath.of("base/.garrison.lock"), "bert@host2")) {
      share.forgetCalls();
      assertThatThrownBy(() -> publish(wanted))
          .hasMessage(
              "Garrison can't lock \"fake:/base/.garrison.lock\": another process is writing there (held by bert@host2)");
      assertThat(share.writes()).containsExactly("createFolder base", "hold base/.garrison.lock");
      assertThat(share.names("base")).containsExactly(".garrison.lock");
    }
  }

  @Test
  void aCompleteVersionOfAnotherManifestIsRefused() {
    publish(version("test", text("a", "one"), text("b", "two")));
    refused(
        "The content version at \"fake:/base/v1\" belongs to the manifest \"test\", not to \"prod\"."
            + NEVER_CHANGED);
  }

  @Test
  void aCompleteVersionWithOtherFilesIsRefused() {
    publish(version("prod", text("a", "one"), text("c", "two")));
    refused(
        "The content version at \"fake:/base/v1\" differs from the expected one in these files: b, c."
            + NEVER_CHANGED);
  }

  @Test
  void aDamagedVersionOfAnotherManifestIsRefused() {
    publish(version("test", text("a", "one"), text("b", "two")));
    share.erase("base/v1/a");
    refused(
        "The content version at \"fake:/base/v1\" belongs to the manifest \"test\", not to \"prod\"."
            + NEVER_CHANGED);
  }

  @Test
  void aDamagedVersionWithOtherFilesIsRefused() {
    publish(version("prod", text("a", "one"), text("b", "2")));
    share.erase("base/v1/a");
    refused(
        "The content version at \"fake:/base/v1\" differs from the expected one in these files: b."
            + NEVER_CHANGED);
  }

  @Test
  void anAlteredFileIsRefused() {
    publish(wanted);
    share.write("base/v1/b", "longer");
    refused(
        "The content version at \"fake:/base/v1\" was changed after publishing: b. Find out who changed the folder. Remove files that were added, and delete files that were altered. The next apply sends the deleted files again."
            + " [CONTENT_VERSION_DAMAGED GAR-0331]");
  }

  @Test
  void anAddedFileIsRefused() {
    publish(wanted);
    share.write("base/v1/theirs", "x");
    refused(
        "The content version at \"fake:/base/v1\" was changed after publishing: theirs. Find out who changed the folder. Remove files that were added, and delete files that were altered. The next apply sends the deleted files again."
            + " [CONTENT_VERSION_DAMAGED GAR-0331]");
  }

  @Test
  void aFolderThatNobodyMarkedIsRefused() {
    share.write("base/v1/theirs", "x");
    share.write("base/v1/a", "one");
    refused(
        "\"fake:/base/v1\" contains files that Garrison didn't publish: a, theirs." + UNTOUCHED);
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefused() {
    share.write("base/v1", "theirs");
    assertThatThrownBy(() -> publish(wanted))
        .hasMessage(
            "\"fake:/base/v1\" contains files that Garrison didn't publish: v1." + UNTOUCHED);
    assertThat(share.text("base/v1")).isEqualTo("theirs");
  }

  @Test
  void aMarkerThatIsNotUnderstoodIsRefused() {
    publish(wanted);
    share.write(MARKER, "[]");
    refused(
        "The marker of the content version at \"fake:/base/v1\" can't be read: the file isn't a JSON object. If nothing uses this version, delete its folder manually. No changes were made. [CONTENT_MARKER_UNREADABLE GAR-0333]");
  }

  @Test
  void aPendingMarkerThatIsNotUnderstoodIsRefused() {
    share.write(PENDING, "[]");
    refused(
        "The marker of the content version at \"fake:/base/v1\" can't be read: the file isn't a JSON object. If nothing uses this version, delete its folder manually. No changes were made. [CONTENT_MARKER_UNREADABLE GAR-0333]");
  }

  @Test
  void anAttemptOfAnotherManifestIsRefused() {
    begun(version("test", text("a", "one"), text("b", "two")));
    refused(
        "The content version at \"fake:/base/v1\" belongs to the manifest \"test\", not to \"prod\"."
            + NEVER_CHANGED);
  }

  @Test
  void aStrangersFileBesideAnAttemptOfOursIsRefused() {
    begun(wanted);
    share.write("base/v1/theirs", "x");
    refused("\"fake:/base/v1\" contains files that Garrison didn't publish: theirs." + UNTOUCHED);
  }

  @Test
  void anAttemptWithOtherFilesOfOursIsTurnedIntoTheWantedOne() {
    begun(version("prod", text("a", "one"), text("old", "x")));
    share.write("base/v1/old.part", "x");
    assertThat(publish(wanted)).containsExactly("b");
    assertThat(share.writes())
        .containsExactly(
            "createFolder base",
            "hold base/.garrison.lock",
            "createFolder base/v1",
            "delete " + PENDING,
            "put " + PENDING,
            "delete base/v1/old",
            "delete base/v1/old.part",
            "put base/v1/b",
            "rename " + PENDING + " .garrison.json");
    assertThat(names()).containsExactly(".garrison.json", "a", "b");
  }

  @Test
  void whatIsProvenIsNotSentAgainAndItsPartFileGoes() {
    begun(wanted);
    share.write("base/v1/a.part", "o");
    assertThat(publish(wanted)).isEmpty();
    assertThat(share.writes())
        .containsExactly(
            "createFolder base",
            "hold base/.garrison.lock",
            "createFolder base/v1",
            "delete base/v1/a.part",
            "rename " + PENDING + " .garrison.json");
  }

  @Test
  void whatIsThereWithOtherBytesGoesBeforeItIsSentAgain() {
    begun(wanted);
    share.write("base/v1/a", "One");
    assertThat(publish(wanted)).containsExactly("a");
    assertThat(share.writes())
        .containsSubsequence("delete base/v1/a", "put base/v1/a")
        .doesNotContain("put base/v1/b");
    assertThat(share.text("base/v1/a")).isEqualTo("one");
  }

  @Test
  void aFileThatIsMissingIsSentUnderTheMarkerThatIsThere() {
    publish(wanted);
    share.erase("base/v1/a");
    share.forgetCalls();
    assertThat(publish(wanted)).containsExactly("a");
    assertThat(share.writes())
        .containsExactly("createFolder base", "hold base/.garrison.lock", "put base/v1/a");
    assertThat(folder().prove("v1")).isEqualTo(new VersionState.Complete(wanted.marker()));
  }

  @Test
  void anEmptyFolderIsTakenForOneThatWasBegun() {
    share.createFolder(SharePath.of("base/v1"));
    assertThat(folder().observe("v1"))
        .isEqualTo(new VersionState.Incomplete(Optional.empty(), List.of()));
    assertThat(publish(wanted)).containsExactly("a", "b");
  }

  @Test
  void publishingWhatIsCompleteWritesNothingAndTellsAllOfIt() {
    publish(wanted);
    share.forgetCalls();
    List<String> heard = new ArrayList<>();
    assertThat(folder().publish(wanted, (done, total) -> heard.add(done + "/" + total))).isEmpty();
    assertThat(heard).containsExactly("6/6");
    assertThat(share.writes()).containsExactly("createFolder base", "hold base/.garrison.lock");
  }

  @Test
  void whatWasThereIsToldAsDoneInTheCourseOfIt() {
    begun(wanted);
    share.erase("base/v1/b");
    List<String> heard = new ArrayList<>();
    assertThat(folder().publish(wanted, (done, total) -> heard.add(done + "/" + total)))
        .containsExactly("b");
    assertThat(heard).containsExactly("3/6", "6/6", "6/6");
  }

  @Test
  void aVersionIsNotShownWhereOneFileFails() {
    share.failOn("put base/v1/b", Kind.FULL);
    assertThatThrownBy(() -> publish(wanted))
        .hasMessage("Garrison can't write \"fake:/base/v1/b\": the share is full");
    assertThat(names()).containsExactly(".garrison.json.pending", "a");
    assertThat(share.calls()).endsWith("put base/v1/b", "release base/.garrison.lock");
    share.mend();
    assertThat(publish(wanted)).containsExactly("b");
  }

  @Test
  void aCutGoesOnWhereItWas() {
    FileSource large = FileSource.of("large", new byte[400_000]);
    share.cutAfter(300_000);
    assertThatThrownBy(() -> publish(version("prod", large)))
        .hasMessageEndingWith("the share became unavailable");
    assertThat(names()).containsExactly(".garrison.json.pending", "large.part");
    assertThat(publish(version("prod", large))).containsExactly("large");
    assertThat(names()).containsExactly(".garrison.json", "large");
  }
}
