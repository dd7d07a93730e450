package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a lock, in this process and in another. */
@Tag("first")
final class LockedFileIT {
  @TempDir private Path folder;
  private Path place = Path.of("unset");

  @BeforeEach
  void namePlace() {
    place = folder.resolve("lock");
  }

  private LockedFile taken(String holder) throws IOException {
    return ((LockedFile.Taken) LockedFile.take(place, holder)).file();
  }

  @Test
  void aFileThatIsFreeIsMadeAndTakenAndFreeAgainWhenClosed() throws Exception {
    try (LockedFile _ = taken("anna")) {
      assertThat(SecondProcess.gets(place)).isFalse();
      assertThat(place).hasContent("anna"); // which opens and closes it
    }
    assertThat(place).isEmptyFile();
    assertThat(SecondProcess.gets(place)).isTrue();
  }

  @Test
  void whoIsRefusedInThisProcessHearsTheHolderAndFreesNothing() throws Exception {
    try (LockedFile _ = taken("anna")) {
      assertThat(LockedFile.take(place, "bert")).isEqualTo(new LockedFile.Refused("anna"));
      assertThat(place).hasContent("anna");
    }
    try (LockedFile _ = taken("")) {
      assertThat(LockedFile.take(place, "bert")).isEqualTo(new LockedFile.Refused(""));
      assertThat(SecondProcess.gets(place)).isFalse();
    }
  }

  @Test
  void aFileByAnotherPathIsTheSameFile() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("way"), folder);
    try (LockedFile _ = taken("")) {
      assertThat(LockedFile.take(link.resolve("lock"), "bert"))
          .isEqualTo(new LockedFile.Refused(""));
      assertThat(SecondProcess.gets(place)).isFalse();
    }
  }

  @Test
  void aLockThatThisProcessTookElsewhereIsNotFreedByARefusal() throws Exception {
    try (FileChannel elsewhere =
            FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = elsewhere.lock()) {
      assertThat(LockedFile.take(place, "bert")).isEqualTo(new LockedFile.Refused(""));
      assertThat(SecondProcess.gets(place)).isFalse();
    }
  }

  @Test
  void closingTwiceFreesNothingOfTheNextHolder() throws Exception {
    LockedFile first = taken("");
    first.close();
    try (LockedFile _ = taken("")) {
      first.close();
      assertThat(LockedFile.take(place, "bert")).isEqualTo(new LockedFile.Refused(""));
      assertThat(SecondProcess.gets(place)).isFalse();
    }
  }

  @Test
  void aFileThatWasTakenAwayOrReplacedIsNotRenewed() throws Exception {
    try (LockedFile file = taken("anna")) {
      Files.delete(place);
      assertThatThrownBy(file::renew).isInstanceOf(NoSuchFileException.class);
      Files.writeString(place, "another");
      assertThatThrownBy(file::renew).isInstanceOf(NoSuchFileException.class);
      assertThat(place).hasContent("another");
    }
  }

  @Test
  void aPlaceThatCannotBeOpenedIsFreeForTheNextTry() throws Exception {
    Files.createDirectory(place);
    assertThatThrownBy(() -> LockedFile.take(place, "anna")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> LockedFile.take(place, "anna")).isInstanceOf(IOException.class);
  }
}
