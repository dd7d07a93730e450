package dev.garrison.secret;

import com.sun.security.auth.module.UnixSystem;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from the output of a program. The program is started without a shell, in the root
 * folder, with empty standard input and few variables. Its output is never shown.
 */
final class CommandSource implements SecretSource {
  private static final List<String> PASSED_ON =
      List.of("HOME", "LOGNAME", "USER", "XDG_RUNTIME_DIR");
  private static final Map<String, String> SET =
      Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8");

  private final Map<String, String> environment;
  private final Duration deadline;

  CommandSource(Map<String, String> environment, Duration deadline) {
    this.environment = Map.copyOf(environment);
    this.deadline = deadline;
  }

  /**
   * @param place the program's path and its arguments, separated by single spaces
   */
  @Override
  public char[] read(String place) {
    List<String> words = List.of(place.split(" ", -1));
    Path program = Path.of(words.getFirst());
    new TrustedProgram(program, () -> new UnixSystem().getUid()).require();
    Process process = start(program, words);
    try {
      return SecretText.of(output(process, program));
    } catch (CharacterCodingException e) {
      throw output(program, "not UTF-8", e);
    } finally {
      end(process);
    }
  }

  private Process start(Path program, List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(new File("/"))
            .redirectInput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    environment.forEach((name, value) -> {
      if (PASSED_ON.contains(name)) {
        builder.environment().put(name, value);
      }
    });
    builder.environment().putAll(SET);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RefusalException(
          TrustedProgram.unusable(program, String.valueOf(e.getMessage())), e);
    }
  }

  private byte[] output(Process process, Path program) {
    FutureTask<byte[]> reading =
        new FutureTask<>(() -> process.getInputStream().readNBytes(SecretText.MOST_BYTES + 1));
    Thread.ofVirtual().name("secret-command").start(reading);
    long until = System.nanoTime() + deadline.toNanos();
    try {
      byte[] bytes = reading.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      if (bytes.length > SecretText.MOST_BYTES) {
        Arrays.fill(bytes, (byte) 0);
        throw output(program, "larger than 64 KiB", null);
      }
      if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw late(program, new TimeoutException());
      }
      if (process.exitValue() != 0) {
        throw failed(program, "ended with exit code " + process.exitValue(), null);
      }
      return bytes;
    } catch (TimeoutException e) {
      throw late(program, e);
    } catch (ExecutionException e) {
      throw failed(program, "could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(program, "was ended, because Garrison was", e);
    }
  }

  /** Ends the program and the processes that it started, as far as they are still its children. */
  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private static RefusalException failed(Path program, String what, @Nullable Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_FAILED,
            "The secret command " + program + " " + what + ".",
            "Run it by hand as the account that runs Garrison. What it printed is not shown, because"
                + " that may be secret."),
        cause);
  }

  private RefusalException late(Path program, Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_LATE,
            "The secret command "
                + program
                + " was not done within "
                + deadline.toSeconds()
                + " s, and was ended.",
            "Run it by hand as the account that runs Garrison: it must not ask, and nothing that it"
                + " leaves running may hold its output."),
        cause);
  }

  private static RefusalException output(Path program, String what, @Nullable Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_OUTPUT,
            "What the secret command " + program + " printed is no secret (" + what + ").",
            "Let it print the secret in UTF-8 and nothing else."),
        cause);
  }

  private static RefusalException refusal(Diagnostic problem, @Nullable Exception cause) {
    return cause == null ? new RefusalException(problem) : new RefusalException(problem, cause);
  }
}
