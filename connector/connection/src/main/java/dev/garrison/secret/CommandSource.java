package dev.garrison.secret;

import com.sun.security.auth.module.UnixSystem;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from the output of a program. The program is started without a shell, in a folder
 * of the system, with empty standard input and few variables. Its output is never shown.
 */
final class CommandSource implements SecretSource {
  private final Map<String, String> environment;
  private final CommandSurroundings surroundings;
  private final Duration deadline;

  CommandSource(Map<String, String> environment, Duration deadline) {
    this.environment = Map.copyOf(environment);
    this.surroundings = CommandSurroundings.ofThisSystem();
    this.deadline = deadline;
  }

  /**
   * @param place the program's path, between double quotes where it has spaces, and its arguments,
   *     separated by single spaces
   */
  @Override
  public char[] read(String place) {
    List<String> words = words(place);
    Path program = program(words.getFirst());
    Path judged = new TrustedProgram(program, () -> new UnixSystem().getUid()).require();
    Process process = start(program, started(judged, words));
    try {
      return SecretText.of(output(process, program));
    } catch (CharacterCodingException e) {
      throw output(program, Text.of("secret.not-text"), e);
    } finally {
      end(process);
    }
  }

  /** The words of a command line. No shell reads it; only the program may stand in quotes. */
  static List<String> words(String line) {
    int end = line.indexOf('"', 1);
    if (!line.startsWith("\"") || end < 0) {
      return List.of(line.split(" ", -1));
    }
    List<String> words = new ArrayList<>(List.of(line.substring(1, end)));
    if (end + 1 < line.length()) {
      words.addAll(List.of(line.substring(end + 2).split(" ", -1)));
    }
    return List.copyOf(words);
  }

  private static Path program(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new RefusalException(
          TrustedProgram.unusable(written, Text.of("secret.not-path", "reason", e.getReason())), e);
    }
  }

  /** The words of a command line, with the judged path in place of the written one. */
  static List<String> started(Path judged, List<String> words) {
    List<String> started = new ArrayList<>(words);
    started.set(0, judged.toString());
    return List.copyOf(started);
  }

  private Process start(Path program, List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(surroundings.folder())
            .redirectInput(surroundings.emptyInput())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(surroundings.variables(environment));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RefusalException(TrustedProgram.unusable(program.toString(), Text.of(e)), e);
    }
  }

  private byte[] output(Process process, Path program) {
    FutureTask<byte[]> reading =
        new FutureTask<>(() -> process.getInputStream().readNBytes(SecretText.MOST_BYTES + 1));
    Thread.ofVirtual().name("secret-command").start(reading);
    long until = System.nanoTime() + deadline.toNanos();
    byte[] bytes = {};
    boolean wanted = false;
    try {
      bytes = reading.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      if (bytes.length > SecretText.MOST_BYTES) {
        throw output(program, Text.of("secret.too-large"), null);
      }
      if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw late(program, new TimeoutException());
      }
      if (process.exitValue() != 0) {
        throw failed(
            Text.of(
                "secret.command-exit",
                "command",
                program,
                "code",
                String.valueOf(process.exitValue())),
            null);
      }
      wanted = true;
      return bytes;
    } catch (TimeoutException e) {
      throw late(program, e);
    } catch (ExecutionException e) {
      throw failed(Text.of("secret.command-unread", "command", program), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(Text.of("secret.command-interrupted", "command", program), e);
    } finally {
      if (!wanted) {
        Arrays.fill(bytes, (byte) 0); // they may hold the secret
      }
    }
  }

  /** Ends the program and the processes that it started, as far as they are still its children. */
  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private static RefusalException failed(Text problem, @Nullable Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_FAILED,
            new Message(problem, Text.of("secret.command-failed-fix"))),
        cause);
  }

  private RefusalException late(Path program, Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_LATE,
            Message.of("secret.command-late", "command", program, "deadline", deadline)),
        cause);
  }

  private static RefusalException output(Path program, Text reason, @Nullable Exception cause) {
    return refusal(
        Diagnostic.error(
            SecretCode.SECRET_COMMAND_OUTPUT,
            Message.of("secret.command-output", "command", program, "reason", reason)),
        cause);
  }

  private static RefusalException refusal(Diagnostic problem, @Nullable Exception cause) {
    return cause == null ? new RefusalException(problem) : new RefusalException(problem, cause);
  }
}
