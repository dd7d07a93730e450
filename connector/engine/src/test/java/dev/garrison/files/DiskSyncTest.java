package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in a folder. */
final class DiskSyncTest {
  @TempDir private Path folder;

  @Test
  void aFileIsMadeAndReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("key");
    DiskSync.replace(file, "first");
    DiskSync.replace(file, "zwölf");
    assertThat(file).hasContent("zwölf");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aPlaceThatCannotBeReplacedStaysAndNoPartIsLeft() throws IOException {
    Path file = folder.resolve("key");
    Files.createDirectories(file.resolve("inner"));
    assertThatThrownBy(() -> DiskSync.replace(file, "text")).isInstanceOf(IOException.class);
    assertThat(file).isDirectoryContaining("glob:**inner");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
