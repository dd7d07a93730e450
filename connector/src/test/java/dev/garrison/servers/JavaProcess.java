package dev.garrison.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Java in a process of its own, with the options that the program has. */
public final class JavaProcess {
  private static final int MOST_SECONDS = 60;

  /** Whoever runs the tests in the background ignores Ctrl-C, and what they start inherits that. */
  private static final List<String> INTERRUPTIBLE = List.of("env", "--default-signal=INT");

  private static final Map<Process, Path> STARTED = new ConcurrentHashMap<>();

  private JavaProcess() {}

  /** Whether one that was started in this folder is under way. */
  public static boolean isRunning(Path folder) {
    STARTED.keySet().removeIf(process -> !process.isAlive());
    return STARTED.containsValue(folder.toAbsolutePath());
  }

  /** What one run came to. */
  public record Result(int exit, String out, String err) {
    /**
     * What a person reads on standard error, a line for each problem; without the lines that say
     * how the share is protected and what was asked how often.
     */
    public List<String> problems() {
      return err.replace("\n       ", " ")
          .lines()
          .filter(line -> !line.startsWith("Share smb://") && !line.startsWith("Requests to "))
          .toList();
    }
  }

  /** A run under way; what it prints is collected in files, so that it never blocks. */
  public record Running(Process process, Path out, Path err) {
    /** Waits for its end. */
    public Result await() throws InterruptedException {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + MOST_SECONDS + " s: " + read(err));
      }
      return new Result(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the JVM of this test has, for a second one. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** Starts any Java command line in a folder, by another program that starts it. */
  public static Running startUnder(List<String> starter, Path folder, String... words) {
    List<String> line = new ArrayList<>(starter);
    line.addAll(java(words));
    return start(folder, line, Map.of());
  }

  /** Starts any Java command line in a folder, with these variables too. */
  public static Running start(Path folder, Map<String, String> variables, String... words) {
    return start(folder, java(words), variables);
  }

  /** Starts any Java command line in a folder. */
  public static Running start(Path folder, String... words) {
    return start(folder, java(words), Map.of());
  }

  /** Does what Ctrl-C does, and waits for the end. */
  public static void interrupt(Process process) {
    try {
      new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
      process.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The words that start Java with these. */
  public static List<String> java(String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-exports=java.security.jgss/sun.security.jgss=ALL-UNNAMED",
                "--add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
    line.addAll(List.of(words));
    return line;
  }

  /** Starts any command line in a folder, with these variables too. */
  public static Running start(Path folder, List<String> line, Map<String, String> variables) {
    try {
      Path out = Files.createTempFile(folder, "out-", ".txt");
      Path err = Files.createTempFile(folder, "err-", ".txt");
      List<String> interruptible = new ArrayList<>(INTERRUPTIBLE);
      interruptible.addAll(line);
      ProcessBuilder builder =
          new ProcessBuilder(interruptible)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      STARTED.put(process, folder.toAbsolutePath());
      process.getOutputStream().close();
      return new Running(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
