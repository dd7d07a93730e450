package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of which nobody can tell who may replace it is not run. */
final class ProgramRightsTest {
  @TempDir private Path folder;

  @Test
  void aSystemThatDoesNotTellWhoMayReplaceItIsRefused() throws IOException {
    try (FileSystem other =
        FileSystems.newFileSystem(folder.resolve("other.zip"), Map.of("create", "true"))) {
      Path program = Files.writeString(other.getPath("/vault"), "x");
      assertThatThrownBy(() ->
              new TrustedProgram(
                      program,
                      () -> {
                        throw new AssertionError("there are no owners");
                      })
                  .require())
          .isInstanceOf(RefusalException.class)
          .hasMessage(
              "Garrison can't determine who can replace the secret command /vault on this system. Refer to the secret as \"env:NAME\". [SECRET_COMMAND_RIGHTS_UNKNOWN GAR-0719]");
    }
  }
}
