package dev.garrison.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.SecondProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of the folder of the log. */
@Tag("first")
final class LogFolderIT {
  @TempDir private Path folder;

  @Test
  void aFolderThatThisProcessIsRefusedStaysTakenForOtherProcesses() throws Exception {
    Path file = folder.resolve("garrison.lock");
    try (LogFolder _ = LogFolder.take(folder)) {
      assertThat(SecondProcess.gets(file)).isFalse();
      assertThatThrownBy(() -> LogFolder.take(folder)).isInstanceOf(RefusalException.class);
      assertThat(SecondProcess.gets(file)).isFalse();
    }
    assertThat(SecondProcess.gets(file)).isTrue();
  }
}
