package dev.garrison.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShareException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every content share does, whatever it is made of. */
public abstract class ContentShareContract {
  private static final SharePath FOLDER = SharePath.of("garrison/v1");

  /** The share under test, empty and fresh for each test. */
  protected abstract ContentShare share();

  /** A second way to the same place, as another process would have it. */
  protected abstract ContentShare other();

  protected static ContentShareException failure(Runnable action) {
    return catchThrowableOfType(ContentShareException.class, action::run);
  }

  private static FileSource text(String name, String content) {
    return FileSource.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void put(FileSource source) {
    share().createFolder(FOLDER);
    share().put(FOLDER, source, TransferProgress.SILENT);
  }

  @Test
  void whatWasPutIsReadBack() throws IOException {
    put(text("install.ps1", "exit 0"));
    try (InputStream stream = share().open(FOLDER.child("install.ps1"))) {
      assertThat(stream).hasContent("exit 0");
    }
    assertThat(share().digest(FOLDER.child("install.ps1"))).isEqualTo(Sha256.of("exit 0"));
  }

  @Test
  void aListingHasFilesAndFoldersByNameAndNoPartFile() {
    put(text("b.txt", "12345"));
    put(text("a.txt", ""));
    share().createFolder(FOLDER.child("sub"));
    assertThat(share().list(FOLDER))
        .extracting(Entry::name, Entry::folder, Entry::size)
        .containsExactly(
            tuple("a.txt", false, 0L), tuple("b.txt", false, 5L), tuple("sub", true, 0L));
  }

  @Test
  void aFileKeepsTheTimeOfItsWritingWhenItIsRenamed() {
    put(text("pending", "12345"));
    Instant written = entry("pending").written();
    assertThat(Duration.between(written, Instant.now()).abs()).isLessThan(Duration.ofHours(1));
    share().rename(FOLDER.child("pending"), "done");
    assertThat(entry("done").written()).isEqualTo(written);
  }

  private Entry entry(String name) {
    return share().find(FOLDER.child(name)).orElseThrow();
  }

  @Test
  void anEmptyFileIsAFile() {
    put(text("empty", ""));
    assertThat(share().find(FOLDER.child("empty")).stream())
        .extracting(Entry::name, Entry::folder, Entry::size)
        .containsExactly(tuple("empty", false, 0L));
    assertThat(share().digest(FOLDER.child("empty"))).isEqualTo(Sha256.of(""));
  }

  @Test
  void umlautsAndSignsInNamesAreKept() {
    List<String> names = List.of("Grüße # 100% & more;+,=.txt", "[x] {y} ~z!@$'`.txt", "日本語");
    names.forEach(name -> put(text(name, name)));
    assertThat(share().list(FOLDER)).extracting(Entry::name).hasSameElementsAs(names);
    for (String name : names) {
      assertThat(share().digest(FOLDER.child(name))).isEqualTo(Sha256.of(name));
      share().delete(FOLDER.child(name));
    }
    assertThat(share().list(FOLDER)).isEmpty();
  }

  @Test
  void sizesAroundTheBlockBoundariesArriveWhole() {
    int block = 1 << 18;
    for (int size : List.of(1, 65_535, 65_536, block - 1, block, block + 1, 30 * block + 7)) {
      byte[] content = new byte[size];
      for (int i = 0; i < size; i++) {
        content[i] = (byte) (i * 31 + (i >>> 12));
      }
      put(FileSource.of("file" + size, content));
      assertThat(share().digest(FOLDER.child("file" + size)))
          .as("%d bytes", size)
          .isEqualTo(Sha256.of(content));
    }
  }

  @Test
  void fiftyMebibytesPassInConstantMemory() {
    FileSource large = LargeFile.of("md4ws.msi", 50L << 20);
    List<Long> heard = new ArrayList<>();
    share().createFolder(FOLDER);
    share().put(FOLDER, large, (done, _) -> heard.add(done));
    assertThat(share().digest(FOLDER.child("md4ws.msi"))).isEqualTo(large.file().sha256());
    assertThat(heard).isSorted().endsWith(50L << 20);
  }

  @Test
  void aFileUnderTheFinalNameIsNeverReplaced() {
    put(text("a.txt", "theirs"));
    ContentShareException failure = failure(() -> put(text("a.txt", "mine")));
    assertThat(failure.kind()).isEqualTo(Kind.EXISTS);
    assertThat(failure.diagnostic())
        .hasToString(
            "Garrison can't write \""
                + share().describe(FOLDER.child("a.txt"))
                + "\": a file or folder already exists there. Find out who created that file or folder. Then remove it, or choose another folder. Nothing was overwritten. [CONTENT_EXISTS GAR-0311]");
    assertThat(share().digest(FOLDER.child("a.txt"))).isEqualTo(Sha256.of("theirs"));
  }

  @Test
  void aRenameNeverReplaces() {
    put(text("a.txt", "a"));
    put(text("b.txt", "b"));
    assertThat(failure(() -> share().rename(FOLDER.child("a.txt"), "b.txt")).kind())
        .isEqualTo(Kind.EXISTS);
    share().rename(FOLDER.child("a.txt"), "c.txt");
    assertThat(share().list(FOLDER)).extracting(Entry::name).containsExactly("b.txt", "c.txt");
  }

  @Test
  void anEarlierAttemptIsContinuedWhereItIsRightAndOverwrittenWhereItIsNot() {
    byte[] whole = new byte[(5 << 20) + 3];
    new Random(2_018).nextBytes(whole);
    byte[] hole = Arrays.copyOf(whole, 4 << 20);
    Arrays.fill(hole, 1 << 20, 2 << 20, (byte) 0);
    byte[] altered = whole.clone();
    altered[altered.length - 1] ^= 1;
    Map<String, byte[]> earlier =
        Map.of(
            "cut",
            Arrays.copyOf(whole, (2 << 20) + 77),
            "hole",
            hole,
            "altered",
            altered,
            "longer",
            Arrays.copyOf(whole, 7 << 20),
            "other",
            new byte[3]);
    earlier.forEach((name, bytes) -> {
      put(FileSource.of(name + ".part", bytes));
      put(FileSource.of(name, whole));
      assertThat(share().digest(FOLDER.child(name))).as(name).isEqualTo(Sha256.of(whole));
    });
    assertThat(share().list(FOLDER))
        .extracting(Entry::name)
        .containsExactlyInAnyOrderElementsOf(earlier.keySet());
  }

  @Test
  void aLongerPartFileOfAnEarlierAttemptIsReplaced() {
    put(text("a.txt.part", "left behind by a run that was killed"));
    put(text("a.txt", "short"));
    assertThat(share().list(FOLDER))
        .extracting(Entry::name, Entry::folder, Entry::size)
        .containsExactly(tuple("a.txt", false, 5L));
  }

  @Test
  void aSourceThatChangedSinceItsInspectionIsNotPublished() {
    ContentFile inspected = text("a.txt", "inspected").file();
    FileSource changed = new FileSource(inspected, text("a.txt", "Inspected").bytes());
    ContentShareException failure = failure(() -> put(changed));
    assertThat(failure.kind()).isEqualTo(Kind.SOURCE_UNREADABLE);
    assertThat(failure)
        .hasMessage(
            "Garrison can't read \"a.txt\": the file to send can't be read as it was inspected (the bytes changed after the inspection)");
    assertThat(share().list(FOLDER)).isEmpty();
  }

  @Test
  void aSourceThatFailsLeavesNothing() {
    FileSource broken =
        new FileSource(
            text("a.txt", "inspected").file(),
            () -> {
              throw new IOException("disk error");
            });
    assertThat(failure(() -> put(broken)).kind()).isEqualTo(Kind.SOURCE_UNREADABLE);
    assertThat(share().list(FOLDER)).isEmpty();
  }

  @Test
  void deletingAndCreatingAreIdempotent() {
    share().createFolder(FOLDER);
    share().createFolder(FOLDER);
    put(text("a.txt", "a"));
    share().delete(FOLDER.child("a.txt"));
    share().delete(FOLDER.child("a.txt"));
    share().delete(FOLDER);
    share().delete(FOLDER);
    assertThat(share().find(FOLDER)).isEmpty();
    assertThat(share().find(FOLDER.parent())).isPresent();
  }

  @Test
  void aFolderWithContentIsNotDeleted() {
    put(text("a.txt", "a"));
    assertThat(failure(() -> share().delete(FOLDER)).kind()).isEqualTo(Kind.OTHER);
    assertThat(share().find(FOLDER.child("a.txt"))).isPresent();
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThat(share().find(SharePath.of("no/where"))).isEmpty();
    assertThat(failure(() -> share().list(SharePath.of("nowhere"))).diagnostic())
        .hasToString(
            "Garrison can't list \""
                + share().describe(SharePath.of("nowhere"))
                + "\": not found. Check the address in \"content.publishTo\". The share itself must exist. [CONTENT_NOT_FOUND GAR-0301]");
    assertThat(failure(() -> share().open(SharePath.of("nothing"))).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(failure(() -> share().digest(SharePath.of("nothing"))).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(share().find(SharePath.of("nothing"))).isEmpty();
  }

  @Test
  void aHoldThatIsRenewedStaysAHold() {
    SharePath lock = SharePath.of("renewed.lock");
    try (ContentShare.Hold hold = share().hold(lock, "anna@host1")) {
      hold.renew();
      hold.renew();
      assertThat(failure(() -> other().hold(lock, "carla")).diagnostic().toString())
          .contains("held by anna@host1)");
    }
  }

  @Test
  void aHeldFileNamesItsHolderAndIsFreeAfterwards() {
    SharePath lock = SharePath.of("lock");
    try (ContentShare.Hold _ = share().hold(lock, "anna@host1")) {
      assertThat(failure(() -> share().hold(lock, "bert")).diagnostic())
          .hasToString(
              "Garrison can't lock \""
                  + share().describe(lock)
                  + "\": another process is writing there (held by anna@host1). Wait until the other process finishes, and then run the command again. [CONTENT_HELD GAR-0310]");
      assertThat(failure(() -> other().hold(lock, "carla")).kind()).isEqualTo(Kind.HELD);
    }
    try (ContentShare.Hold _ = other().hold(lock, "carla")) {
      assertThat(failure(() -> share().hold(lock, "bert")).kind()).isEqualTo(Kind.HELD);
    }
  }
}
