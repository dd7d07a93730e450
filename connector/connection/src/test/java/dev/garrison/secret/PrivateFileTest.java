package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.Exposure;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may have written or read a file with a secret. */
final class PrivateFileTest {
  @Test
  void oneThatOthersReadIsRefusedWithTheRemedyOfItsSystem() {
    assertThat(
            PrivateFile.objection(
                new Exposure(
                    Exposure.Kind.OPEN_TO_OTHERS,
                    Text.verbatim(
                        "/etc/garrison/password is open to more than its owner (rw-r-----)"),
                    Text.verbatim("Run \"chmod 600 /etc/garrison/password\"."))))
        .hasToString(
            "The secret file isn't private: /etc/garrison/password is open to more than its owner (rw-r-----). Run \"chmod 600 /etc/garrison/password\". Then change the password if others may have read the file. [SECRET_FILE_OPEN GAR-0715]");
  }

  @Test
  void oneOfAnotherAccountIsRefusedThoughItIsClosed() {
    assertThat(
            PrivateFile.objection(
                new Exposure(
                    Exposure.Kind.OWNED_BY_OTHERS,
                    Text.verbatim("/etc/garrison/password belongs to mallory"),
                    Text.verbatim("Make root its owner."))))
        .hasToString(
            "The secret file isn't private: /etc/garrison/password belongs to mallory. Make root its owner. Then change the password: the owner may have read the file. [SECRET_FILE_OWNER GAR-0724]");
  }

  @Test
  void oneThatOthersReadOnThisSystemIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> PrivateFile.require(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("is open to more than its owner (rw-r--r--)");
  }

  @Test
  void oneThatIsOursAloneIsTaken(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(PrivateFile.require(file)).isEqualTo(file);
  }

  @Test
  void aFolderIsNoSecretFile(@TempDir Path folder) {
    assertThatThrownBy(() -> PrivateFile.require(folder))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(folder + " can't be read: not a regular file.");
  }

  /** Nobody writes into it, so that reading would not end. */
  @Test
  @Timeout(30)
  void aPipeIsNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start().waitFor())
        .isZero();

    assertThatThrownBy(() -> PrivateFile.require(pipe))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(": not a regular file.");
  }

  /** The file system of an archive tells neither owner nor mode. */
  @Test
  void whereNobodyCanTellWhoReadsItItIsRefused(@TempDir Path folder) throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
      Path file = Files.writeString(archive.getPath("/password"), "x");

      assertThatThrownBy(() -> PrivateFile.require(file))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining(
              "on this file system. Keep the file on a file system with POSIX permissions or NTFS")
          .hasMessageContaining("GAR-0716");
    }
  }
}
