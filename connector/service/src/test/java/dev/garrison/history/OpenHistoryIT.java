package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.SecondProcess;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of the lock. */
final class OpenHistoryIT {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-24T21:00:00Z"));

  @TempDir private Path state;

  @Test
  void aLockThatThisProcessIsRefusedStaysTakenForOtherProcesses() throws Exception {
    ServiceFolder folder = ServiceFolder.in(new StateFolder(state));
    Path file = folder.path().resolve("service.lock");
    try (OpenHistory _ = OpenHistory.take(folder, "anna", NOW).orElseThrow()) {
      assertThat(SecondProcess.gets(file)).isFalse();
      assertThat(OpenHistory.take(folder, "bert", NOW)).isEmpty();
      assertThat(folder.holder()).isEqualTo("anna, since 2026-11-24T21:00:00Z");
      assertThat(SecondProcess.gets(file)).isFalse();
    }
    assertThat(SecondProcess.gets(file)).isTrue();
  }
}
