package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFileIsItsOwnersBeforeItsFirstByte() throws IOException {
    Path file = folder.resolve("file");

    try (FileChannel channel = OwnerOnly.create(file)) {
      assertThat(channel.size()).isZero();
      assertThat(rights(file)).isEqualTo("rw-------");
    }
  }

  @Test
  void eachWayOfWritingMakesAFileOfItsOwner() throws IOException {
    OwnerOnly.write(folder.resolve("written"), TEXT);
    OwnerOnly.writeClosed(folder.resolve("closed"), TEXT);
    OwnerOnly.append(folder.resolve("appended"), TEXT);
    OwnerOnly.append(folder.resolve("appended"), TEXT);

    assertThat(folder.resolve("appended")).hasContent("texttext");
    for (String name : new String[] {"written", "closed", "appended"}) {
      assertThat(rights(folder.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");

    assertThatThrownBy(() -> OwnerOnly.writeClosed(file, TEXT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("before");
  }

  @Test
  void eachFolderThatIsMadeIsItsOwners() throws IOException {
    OwnerOnly.folder(folder.resolve("a/b"));

    assertThat(rights(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("a/b"))).isEqualTo("rwx------");
  }

  @Test
  void aFolderThatIsThereKeepsItsRights() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));

    OwnerOnly.folder(open);

    assertThat(rights(open)).isEqualTo("rwxr-x---");
  }
}
