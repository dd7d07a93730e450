package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Moves on a file system that behaves as that of Windows, with another program that holds a file.
 */
final class AtomicMoveTest {
  private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
  private final Path from = windows.getPath("C:\\a.part");
  private final Path to = windows.getPath("C:\\a");
  private final List<Duration> waits = new ArrayList<>();
  private int tries;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(from, "new");
    Files.writeString(to, "old");
  }

  @AfterEach
  void close() throws IOException {
    windows.close();
  }

  private AtomicMove.Move heldFor(int refusals) {
    return (one, other) -> {
      if (++tries <= refusals) {
        throw new AccessDeniedException(one.toString());
      }
      AtomicMove.replace(one, other);
    };
  }

  @Test
  void aFileReplacesAnother() throws IOException {
    AtomicMove.replace(from, to);

    assertThat(to).hasContent("new");
    assertThat(from).doesNotExist();
  }

  @Test
  void onWindowsAMoveToATakenNameIsRefused() {
    assertThatThrownBy(() -> AtomicMove.move(from, to))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(to).hasContent("old");
  }

  @Test
  void aFileThatIsHeldForAMomentIsMovedAsSoonAsItIsFree() throws IOException {
    AtomicMove.repeat(from, to, heldFor(2), waits::add);

    assertThat(to).hasContent("new");
    assertThat(waits).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Test
  void aFileThatStaysHeldIsGivenUpAfterThreeSecondsAndItIsSaidWhoMayHoldIt() {
    assertThatThrownBy(() -> AtomicMove.repeat(from, to, heldFor(1000), waits::add))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(
            "C:\\a.part -> C:\\a: Windows refused the move for 3 seconds: another program may have the file"
                + " open (antivirus, backup, an editor), or this account may not replace it")
        .hasCauseInstanceOf(AccessDeniedException.class);
    assertThat(tries).isEqualTo(7);
    assertThat(waits).hasSize(6).last().isEqualTo(Duration.ofMillis(1600));
    assertThat(to).hasContent("old");
  }

  static List<FileSystemException> certain() {
    return List.of(
        new NoSuchFileException("C:\\a.part"),
        new FileAlreadyExistsException("C:\\a"),
        new DirectoryNotEmptyException("C:\\a"));
  }

  @ParameterizedTest
  @MethodSource("certain")
  void whatNoWaitingMendsIsToldAtOnce(FileSystemException failure) {
    assertThatThrownBy(() ->
            AtomicMove.repeat(
                from,
                to,
                (_, _) -> {
                  throw failure;
                },
                waits::add))
        .isSameAs(failure);
    assertThat(waits).isEmpty();
  }

  /** There a move does not fail because a file is open. */
  @Test
  void onOtherSystemsAMoveIsTriedOnce() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      assertThatThrownBy(() ->
              AtomicMove.repeat(
                  unix.getPath("/a.part"), unix.getPath("/a"), heldFor(1), waits::add))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(waits).isEmpty();
  }

  @Test
  void whoeverIsInterruptedWhileItWaitsStaysInterrupted() {
    assertThatThrownBy(() ->
            AtomicMove.repeat(
                from,
                to,
                heldFor(1000),
                _ -> {
                  throw new InterruptedException();
                }))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
