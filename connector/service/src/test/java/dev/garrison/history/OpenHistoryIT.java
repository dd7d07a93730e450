package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.SecondProcess;
import dev.garrison.state.StateFolder;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of the lock. */
@Tag("first")
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

  /** Otherwise a service does not come back after a crash while somebody looks at its history. */
  @Test
  void aServiceWaitsForAReaderThoughAKilledOneLeftItsAddress() throws Exception {
    ServiceFolder folder = ServiceFolder.in(new StateFolder(state));
    OpenHistory.take(folder, "anna", NOW).orElseThrow().close();
    folder.listen(true).channel().close();
    OpenHistory reader = OpenHistory.look(folder).orElseThrow();

    try (OpenHistory open = OpenHistory.open(folder, "bert", NOW, _ -> reader.close())) {
      assertThat(open.history().runs().latest(Optional.empty(), 1)).isEmpty();
    }
  }

  @Test
  void aServiceThatRunsIsNotWaitedFor() throws Exception {
    ServiceFolder folder = ServiceFolder.in(new StateFolder(state));
    try (OpenHistory _ = OpenHistory.take(folder, "anna", NOW).orElseThrow();
        ServerSocketChannel _ = folder.listen(true).channel()) {
      assertThatThrownBy(
              () -> OpenHistory.open(folder, "bert", NOW, _ -> fail("somebody is there")))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("anna, since 2026-11-24T21:00:00Z");
    }
  }
}
