package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.SmallMount;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that cannot begin. */
@Tag("first")
final class JournalFileIT {
  private static final Path HANDLES = Path.of("/proc/self/fd");

  @TempDir private Path temporary;

  private static List<Path> open(Path folder) throws IOException {
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> handles = Files.newDirectoryStream(HANDLES)) {
      for (Path handle : handles) {
        try {
          Path file = Files.readSymbolicLink(handle);
          if (file.startsWith(folder)) {
            open.add(file);
          }
        } catch (NoSuchFileException closedMeanwhile) {
          assertThat(handle).doesNotExist();
        }
      }
    }
    return open;
  }

  private static void fill(Path file) {
    byte[] page = new byte[4096];
    assertThatThrownBy(
            () -> {
              while (true) {
                Files.write(file, page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
              }
            })
        .hasMessage("No space left on device");
  }

  @Test
  void aJournalThatCannotTakeItsFirstLineIsClosed() throws Exception {
    assumeTrue(Files.isDirectory(HANDLES), "NOT TESTED: handles are not shown here.");
    try (SmallMount mount = SmallMount.at(temporary, "size=64k")) {
      StateFolder state = new StateFolder(mount.folder());
      state.makeJournals("PS1");
      fill(mount.folder().resolve("full"));
      Run run =
          new Run(
              "2026-11-24T21-07-33Z",
              Instant.parse("2026-11-24T21:07:33Z"),
              "root",
              "adm01",
              "CONTOSO\\svc",
              "PS1",
              "contoso-prod",
              "m",
              "p",
              Optional.empty(),
              Optional.empty());
      assertThatThrownBy(() -> JournalFile.begin(new Json(), state, run))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("can't be written: No space left on device.");
      assertThat(open(mount.folder().toRealPath())).isEmpty();
    }
  }
}
