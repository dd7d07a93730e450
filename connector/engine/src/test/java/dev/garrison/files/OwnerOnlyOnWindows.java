package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.files.acl.AccessEntry;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wine keeps of a list what its owner, SYSTEM and Everyone may do, and whether it is protected not
 * at all. A folder that is made in the ordinary way lets Everyone read.
 */
final class OwnerOnlyOnWindows {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static List<Sid> who(Path path) throws IOException {
    AccessList list = NtfsAccess.read(path);
    assertThat(list.owner()).isEqualTo(NtfsAccess.ownAccount());
    assertThat(list.entries()).extracting(AccessEntry::mask).containsOnly(AccessEntry.FULL);
    return list.entries().stream()
        .map(AccessEntry::sid)
        .filter(sid -> !sid.equals(Sid.ADMINISTRATORS))
        .toList();
  }

  private static void assertOurs(Path path) throws IOException {
    assertThat(who(path))
        .as("%s", path)
        .containsExactlyInAnyOrder(NtfsAccess.ownAccount(), Sid.SYSTEM);
  }

  @Test
  void eachFolderAndFileThatIsMadeIsItsOwnersAndTheSystems() throws IOException {
    Path state = OwnerOnly.folder(folder.resolve("state\\journal"));
    OwnerOnly.write(state.resolve("written"), TEXT);
    OwnerOnly.append(state.resolve("appended"), TEXT);
    OwnerOnly.append(state.resolve("appended"), TEXT);
    DiskSync.replace(state.resolve("replaced"), "text");
    DiskSync.replace(state.resolve("replaced"), "other");

    assertOurs(folder.resolve("state"));
    assertOurs(state);
    assertOurs(state.resolve("written"));
    assertOurs(state.resolve("appended"));
    assertOurs(state.resolve("replaced"));
    assertThat(state.resolve("appended")).hasContent("texttext");
    assertThat(state.resolve("replaced")).hasContent("other");
  }

  @Test
  void aClosedFileIsItsOwnersWhereverItLies() throws IOException {
    OwnerOnly.writeClosed(folder.resolve("plan.json"), TEXT);

    assertOurs(folder.resolve("plan.json"));
    assertThat(OwnerOnly.exposure(folder.resolve("plan.json"))).isEmpty();
  }

  @Test
  void aFileIsItsOwnersBeforeItsFirstByte() throws IOException {
    Path state = OwnerOnly.folder(folder.resolve("state"));

    try (FileChannel channel = OwnerOnly.create(state.resolve("file"))) {
      assertThat(channel.size()).isZero();
      assertOurs(state.resolve("file"));
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");

    assertThatThrownBy(() -> OwnerOnly.writeClosed(file, TEXT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> OwnerOnly.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("before");
  }

  @Test
  void aMoveToATakenNameIsRefused() throws IOException {
    Path from = Files.writeString(folder.resolve("from"), "new");
    Path to = Files.writeString(folder.resolve("to"), "old");

    assertThatThrownBy(() -> AtomicMove.move(from, to))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(to).hasContent("old");
  }

  @Test
  void aFolderWithWhatLiesInItIsMovedToAFreeName() throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    Files.writeString(from.resolve("file"), "text");
    AtomicMove.move(from, folder.resolve("to"));

    assertThat(folder.resolve("to\\file")).hasContent("text");
    assertThat(from).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.", "a.\\b", "NUL", "aux\\b"})
  void aFolderThatWindowsFindsByAnotherNameIsNotMade(String name) {
    assertThatThrownBy(() -> OwnerOnly.folder(folder.resolve(name)))
        .isInstanceOf(FileSystemException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoElseReadsAFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "hunter2");

    assertThat(OwnerOnly.exposure(file).map(Exposure::what).map(Text::toString))
        .contains(file + " is open to other accounts (Everyone (S-1-1-0): read)");
  }

  @Test
  void aFolderThatEveryoneReadsIsNoFolderForState() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));

    assertThatThrownBy(() -> OwnerOnly.folder(open))
        .isInstanceOf(ExposedFolderException.class)
        .hasMessageStartingWith(
            open
                + " is open to other accounts (Everyone (S-1-1-0): read). Run as an administrator: icacls ");
  }

  @Test
  void namesOfAnyScriptAndLengthAreTaken() throws IOException {
    Path deep = folder;
    for (int i = 0; i < 30; i++) {
      deep = deep.resolve("日本 Jürgen " + i);
    }
    OwnerOnly.folder(deep);
    OwnerOnly.writeClosed(deep.resolve("表 #1"), TEXT);

    assertOurs(deep.resolve("表 #1"));
    assertThat(deep.toString()).hasSizeGreaterThan(260);
  }

  @Test
  void whatIsNoLinkHasTheSameListItself() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThat(NtfsAccess.readItself(file)).isEqualTo(NtfsAccess.read(file));
    assertThat(NtfsAccess.readItself(folder)).isEqualTo(NtfsAccess.read(folder));
  }

  @Test
  void whatIsNotThereIsToldAsJavaTellsIt() {
    assertThatThrownBy(() -> NtfsAccess.read(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(folder.resolve("nowhere").toString());
  }

  /** Java itself opens it so that nobody can put another in its place meanwhile. */
  @Test
  void aFileThatAReaderHoldsIsReplacedAsSoonAsItIsFree() throws IOException {
    Path from = Files.writeString(folder.resolve("a.part"), "new");
    Path to = Files.writeString(folder.resolve("a"), "old");
    try (RandomAccessFile reader = new RandomAccessFile(to.toFile(), "r")) {
      AtomicMove.repeat(
          from,
          to,
          (one, other) ->
              Files.move(
                  one, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING),
          _ -> closed(reader));
    }

    assertThat(to).hasContent("new");
  }

  private static void closed(RandomAccessFile reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anExistingFileIsOpenedAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");

    try (FileChannel channel =
        OwnerOnly.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ))) {
      assertThat(channel.size()).isEqualTo(6);
    }
  }
}
