package dev.garrison.share.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** No step is taken before the one that makes it safe. */
final class PartFileTest {
  private static final SharePath FOLDER = SharePath.of("v1");
  private static final FileSource FILE = source("a", "exit 0");

  private final FakeShare share = new FakeShare();

  private static FileSource source(String name, String content) {
    return FileSource.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void send(FileSource source, PartFile.Writer writer) {
    new PartFile(share, writer).send(FOLDER, source, TransferProgress.SILENT);
  }

  private PartFile.Writer arriving(String content) {
    return (part, _) -> share.write(part.toString(), content);
  }

  private static PartFile.Writer failing(Kind kind) {
    return (part, _) -> {
      throw new ContentShareException(kind, "write", part.toString(), "", null);
    };
  }

  private ContentShareException failure(FileSource source, PartFile.Writer writer) {
    return catchThrowableOfType(ContentShareException.class, () -> send(source, writer));
  }

  @Test
  void aFileIsSeenUnderItsNameOnlyAfterItWasReadBack() {
    send(FILE, arriving("exit 0"));
    assertThat(share.calls())
        .containsExactly("find v1/a", "find v1/a.part", "digest v1/a.part", "rename v1/a.part a");
    assertThat(share.names("v1")).containsExactly("a");
  }

  @Test
  void nothingIsWrittenWhereAFileOfThatNameIs() {
    share.write("v1/a", "theirs");
    assertThat(failure(FILE, arriving("exit 0")).diagnostic())
        .hasToString(
            "Garrison can't write \"fake:/v1/a\": a file or folder already exists there. Find out who created that file or folder. Then remove it, or choose another folder. Nothing was overwritten. [CONTENT_EXISTS GAR-0311]");
    assertThat(share.writes()).isEmpty();
    assertThat(share.names("v1")).containsExactly("a");
    assertThat(share.text("v1/a")).isEqualTo("theirs");
  }

  @Test
  void aFolderInThePlaceOfThePartFileIsTakenAway() {
    share.createFolder(SharePath.of("v1/a.part"));
    share.forgetCalls();
    send(FILE, arriving("exit 0"));
    assertThat(share.writes()).containsExactly("delete v1/a.part", "rename v1/a.part a");
  }

  @Test
  void aFolderWithSomethingInItInThePlaceOfThePartFileStopsIt() {
    share.write("v1/a.part/theirs", "x");
    assertThat(failure(FILE, arriving("exit 0")))
        .hasMessage(
            "Garrison can't delete \"fake:/v1/a.part\": the share reported an error (the folder isn't empty)");
    assertThat(share.text("v1/a.part/theirs")).isEqualTo("x");
  }

  @Test
  void aPartFileOfAnEarlierAttemptIsLeftToTheWriter() {
    share.write("v1/a.part", "exi");
    send(FILE, arriving("exit 0"));
    assertThat(share.writes()).containsExactly("rename v1/a.part a");
  }

  @Test
  void whatIsGivenBackOtherThanSentIsNotPublished() {
    assertThat(failure(FILE, arriving("exit 1")).diagnostic())
        .hasToString(
            "Garrison can't write \"fake:/v1/a\": the share returned different data from what was sent. Check the share's disk and any antivirus products and WAN accelerators in between, and then run the command again. [CONTENT_DIGEST_DIFFERS GAR-0312]");
    assertThat(share.writes()).containsExactly("delete v1/a.part");
    assertThat(share.names("v1")).isEmpty();
  }

  @Test
  void aSourceThatChangedIsToldFromAShareThatAlters() {
    FileSource changed = new FileSource(FILE.file(), source("a", "Exit 0").bytes());
    assertThat(failure(changed, arriving("Exit 0")).diagnostic())
        .hasToString(
            "Garrison can't read \"a\": the file to send can't be read as it was inspected (the bytes changed after the inspection). Check that file on this computer, and then run the command again. [CONTENT_SOURCE_UNREADABLE GAR-0313]");
    assertThat(share.names("v1")).isEmpty();
  }

  @Test
  void aSourceThatCannotBeOpenedWritesNothing() {
    FileSource broken =
        new FileSource(
            FILE.file(),
            () -> {
              throw new IOException("disk error");
            });
    assertThat(failure(broken, arriving("exit 0")).diagnostic())
        .hasToString(
            "Garrison can't read \"a\": the file to send can't be read as it was inspected (disk error). Check that file on this computer, and then run the command again. [CONTENT_SOURCE_UNREADABLE GAR-0313]");
    assertThat(share.writes()).containsExactly("delete v1/a.part");
  }

  @ParameterizedTest
  @EnumSource(names = {"GONE", "UNREACHABLE", "INTERRUPTED", "ALTERED"})
  void whatHasArrivedIsKeptWhereOnlyTheWayWasCut(Kind kind) {
    share.write("v1/a.part", "exi");
    assertThat(failure(FILE, failing(kind)).kind()).isEqualTo(kind);
    assertThat(share.writes()).isEmpty();
    assertThat(share.text("v1/a.part")).isEqualTo("exi");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"GONE", "UNREACHABLE", "INTERRUPTED", "ALTERED"},
      mode = Mode.EXCLUDE)
  void nothingIsKeptOfAnyOtherFailure(Kind kind) {
    share.write("v1/a.part", "exi");
    assertThat(failure(FILE, failing(kind)).kind()).isEqualTo(kind);
    assertThat(share.names("v1")).isEmpty();
  }

  @Test
  void aPartFileThatCannotBeTakenAwayDoesNotHideTheReason() {
    share.failOn("delete v1/a.part", Kind.ACCESS_DENIED);
    ContentShareException failure = failure(FILE, failing(Kind.FULL));
    assertThat(failure.kind()).isEqualTo(Kind.FULL);
    assertThat(failure.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("Garrison can't delete \"fake:/v1/a.part\": access is denied");
  }

  @Test
  void aRenameOverAFileThatCameMeanwhileIsRefusedAndLeavesNoPart() {
    share.failOn("rename v1/a.part a", Kind.EXISTS);
    assertThat(failure(FILE, arriving("exit 0")).kind()).isEqualTo(Kind.EXISTS);
    assertThat(share.names("v1")).isEmpty();
  }

  @Test
  void theSourceIsClosedWhateverHappensAndSaysSoWhenItCannotBe() {
    AtomicReference<String> closed = new AtomicReference<>("open");
    FileSource watched =
        new FileSource(
            FILE.file(),
            () ->
                new java.io.FilterInputStream(FILE.bytes().open()) {
                  @Override
                  public void close() throws IOException {
                    closed.set("closed");
                    throw new IOException("device went away");
                  }
                });
    assertThat(failure(watched, arriving("exit 0")))
        .hasMessage(
            "Garrison can't read \"a\": the file to send can't be read as it was inspected (device went away)");
    assertThat(closed).hasValue("closed");
    assertThat(share.names("v1")).isEmpty();
  }

  @Test
  void aFileThatIsLargerThanSaidIsNotSentFurther() {
    byte[] bytes = "exit 0".getBytes(StandardCharsets.UTF_8);
    for (int said : new int[] {5, 7}) {
      FileSource wrong =
          new FileSource(new ContentFile("a", said, FILE.file().sha256()), FILE.bytes());
      assertThatThrownBy(
              () -> {
                try (SourceBytes source = SourceBytes.open(wrong)) {
                  source.fill(new byte[bytes.length + 2]);
                }
              })
          .hasMessage(
              "Garrison can't read \"a\": the file to send can't be read as it was inspected (the bytes changed after the inspection)");
    }
  }
}
