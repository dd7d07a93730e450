package dev.garrison.lab.smb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the end of a process that this JVM did not start itself. Java reports the end only when
 * the process is gone from the process table. A process that has ended holds no port and no file
 * any more, but stays there as a "zombie" until its parent asks, and if that is process 1, it may
 * take seconds. See proc_pid_stat(5).
 */
final class ProcessEnd {
  private static final int POLL_MILLIS = 10;

  private ProcessEnd() {}

  /** Waits until the process has ended; false if it is still there after this time. */
  static boolean await(ProcessHandle process, Duration most) throws InterruptedException {
    for (long polls = most.toMillis() / POLL_MILLIS; !isZombie(process); polls--) {
      if (polls <= 0) {
        return false;
      }
      if (goesWithinOnePoll(process)) {
        return true;
      }
    }
    return true;
  }

  private static boolean goesWithinOnePoll(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      // Not yet; the caller counts how often.
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of process " + process.pid() + " is unknown", e);
    }
  }

  /**
   * Whether a process is a zombie, or is gone. The state follows the name in brackets, which can
   * contain brackets.
   */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException _) {
      // It has gone from the table, or this is a system without such a table: Java says which.
      return !process.isAlive();
    }
  }
}
