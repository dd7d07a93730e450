package dev.garrison.foreign;

import dev.garrison.language.DurationText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Run of another program, without questions and with little output. It is ended when it takes
 * longer, or prints more.
 *
 * @param exit the exit code
 * @param text what it printed on both outputs, byte for character
 */
public record ProgramRun(int exit, String text) {
  private static final int MOST_BYTES = 1 << 16;

  /**
   * Runs a program to its end.
   *
   * @param line the program's path, and its arguments
   * @throws IOException if it does not start, or was ended
   */
  public static ProgramRun of(List<String> line, Duration most) throws IOException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      FutureTask<byte[]> reading =
          new FutureTask<>(() -> process.getInputStream().readNBytes(MOST_BYTES + 1));
      Thread.ofVirtual().name("program-run").start(reading);
      byte[] printed = reading.get(most.toNanos(), TimeUnit.NANOSECONDS);
      if (printed.length > MOST_BYTES) {
        throw new IOException("it printed more than 64 KiB, and was ended");
      }
      if (!process.waitFor(most.toNanos(), TimeUnit.NANOSECONDS)) {
        throw late(most);
      }
      return new ProgramRun(process.exitValue(), new String(printed, StandardCharsets.ISO_8859_1));
    } catch (TimeoutException _) {
      throw late(most);
    } catch (ExecutionException e) {
      throw new IOException("its output could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("it was interrupted").initCause(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static IOException late(Duration most) {
    return new IOException(
        "it was not done within %s, and was ended".formatted(DurationText.of(most)));
  }
}
