package dev.garrison.files.ntfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowsPathTest {
  private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());

  @AfterEach
  void close() throws IOException {
    windows.close();
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\garrison\\a.key, \\\\?\\C:\\garrison\\a.key",
    "\\\\fs01\\mde$\\a, \\\\?\\UNC\\fs01\\mde$\\a"
  })
  void aPathIsWrittenSoThatItMayBeLong(String path, String written) {
    assertThat(WindowsPath.of(path)).isEqualTo(written);
  }

  @Test
  void aPathIsWrittenWithoutWhatLeadsUpOrNowhere() throws IOException {
    assertThat(WindowsPath.of(windows.getPath("C:\\garrison\\.\\a\\..\\b")))
        .isEqualTo("\\\\?\\C:\\garrison\\b");
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\probe\\state., state.",
    "C:\\probe\\a.\\b, a.",
    "C:\\probe\\NUL, NUL",
    "C:\\probe\\aux.txt\\b, aux.txt"
  })
  void aNameThatOtherFormsOfThePathTakeForAnotherIsRefused(String path, String name) {
    Path place = windows.getPath(path);
    assertThatThrownBy(() -> WindowsPath.of(place))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(
            path + ": Windows takes '" + name + "' for a device, or for a name without its end");
  }
}
