package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.secret.PrivateFile.Facts;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have written or read a file with a secret. The account that runs Garrison is 1000. */
final class PrivateFileTest {
  private static final Path FILE = Path.of("/etc/garrison/password");

  private static Optional<Diagnostic> objection(boolean regular, long owner, String permissions) {
    return PrivateFile.objection(
        FILE,
        new Facts(regular, owner, "mallory", PosixFilePermissions.fromString(permissions)),
        () -> 1000);
  }

  @ParameterizedTest
  @CsvSource({"1000, rw-------", "0, rw-------", "1000, r--------", "0, rwx--x--x"})
  void oursAndRootsAreTakenWhileNobodyElseReadsOrWrites(long owner, String permissions) {
    assertThat(objection(true, owner, permissions)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
  void oneThatOthersReadOrWriteIsRefused(String permissions) {
    assertThat(objection(true, 1000, permissions).orElseThrow())
        .hasToString(
            "The secret file /etc/garrison/password is open to more than its owner ("
                + permissions
                + "). Run 'chmod 600 /etc/garrison/password', and change the password if others may have read it. [SECRET_FILE_OPEN GAR-0715]");
  }

  @Test
  void oneOfAnotherAccountIsRefusedThoughItIsClosed() {
    assertThat(objection(true, 1001, "rw-------").orElseThrow())
        .hasToString(
            "The secret file /etc/garrison/password belongs to mallory, who is neither root nor the account that runs Garrison."
                + " Give it to that account or to root, and change the password: its owner may have read it. [SECRET_FILE_OWNER GAR-0724]");
  }

  @Test
  void whatIsNoRegularFileIsRefusedThoughItIsOurs() {
    assertThat(objection(false, 1000, "rw-------").orElseThrow().problem())
        .isEqualTo(
            "The secret file /etc/garrison/password cannot be read (it is no regular file).");
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
        .hasMessageContaining("(it is no regular file)");
  }

  /** As on Windows; the file system of an archive tells neither owner nor mode. */
  @Test
  void whereNobodyCanTellWhoReadsItItIsRefused(@TempDir Path folder) throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
      Path file = Files.writeString(archive.getPath("/password"), "x");

      assertThatThrownBy(() -> PrivateFile.require(file))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("cannot be told on this file system. Keep it on a file system")
          .hasMessageContaining("GAR-0716");
    }
  }
}
