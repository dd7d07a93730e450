package dev.garrison.files;

import dev.garrison.language.DurationText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Moves a file or folder in one step. Windows refuses that while another program has the file open
 * without letting it be deleted, as antivirus, backup and search do for a moment after a file was
 * written. Therefore a move there is tried again for some seconds.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-movefileexw">MoveFileEx</a>
 */
public final class AtomicMove {
  /** Waits before the next tries; about three seconds together. */
  private static final Duration FIRST = Duration.ofMillis(50);

  private static final int TRIES = 7;

  private AtomicMove() {}

  /** One try to move. */
  interface Move {
    void attempt(Path from, Path to) throws IOException;
  }

  /** A wait before the next try. */
  interface Wait {
    void pass(Duration time) throws InterruptedException;
  }

  /** Moves a file over another, or to a name that is free. */
  public static void replace(Path from, Path to) throws IOException {
    repeat(
        from,
        to,
        (one, other) ->
            Files.move(
                one, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING),
        Thread::sleep);
  }

  /**
   * Moves a file or folder to a name that should be free, on the same file system. Windows refuses
   * a name that is taken; POSIX replaces a file there. Java's own atomic move would replace one on
   * Windows too (MOVEFILE_REPLACE_EXISTING), and within a volume its other moves are one step
   * there.
   *
   * @throws FileAlreadyExistsException on Windows, if the name is taken
   */
  public static void move(Path from, Path to) throws IOException {
    CopyOption[] options =
        isWindows(from) ? new CopyOption[0] : new CopyOption[] {StandardCopyOption.ATOMIC_MOVE};
    repeat(from, to, (one, other) -> Files.move(one, other, options), Thread::sleep);
  }

  private static boolean isWindows(Path path) {
    return path.getFileSystem().getSeparator().equals("\\");
  }

  /**
   * Tries a move, on a file system of Windows several times.
   *
   * @throws FileSystemException if the last try failed; its reason says who may hold the file
   */
  static void repeat(Path from, Path to, Move move, Wait wait) throws IOException {
    boolean windows = isWindows(from);
    Duration waited = Duration.ZERO;
    Duration next = FIRST;
    for (int tries = 1; ; tries++) {
      try {
        move.attempt(from, to);
        return;
      } catch (NoSuchFileException | FileAlreadyExistsException | DirectoryNotEmptyException e) {
        throw e;
      } catch (FileSystemException e) {
        if (!windows) {
          throw e;
        }
        if (tries == TRIES) {
          throw held(from, to, waited, e);
        }
      }
      pass(next, wait);
      waited = waited.plus(next);
      next = next.multipliedBy(2);
    }
  }

  private static void pass(Duration time, Wait wait) throws InterruptedIOException {
    try {
      wait.pass(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException ended = new InterruptedIOException("interrupted");
      ended.initCause(e);
      throw ended;
    }
  }

  private static FileSystemException held(
      Path from, Path to, Duration waited, FileSystemException cause) {
    FileSystemException held =
        new FileSystemException(
            from.toString(),
            to.toString(),
            "Windows refused the move for %s: another program may have the file open (antivirus, backup, an editor), or this account may not replace it"
                .formatted(
                    DurationText.of(Duration.ofSeconds(Math.round(waited.toMillis() / 1000.0)))));
    held.initCause(cause);
    return held;
  }
}
