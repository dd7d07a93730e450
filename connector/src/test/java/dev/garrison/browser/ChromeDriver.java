package dev.garrison.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chromium's driver as a child process, on a loopback port that it takes itself. All that it and
 * its browsers write stays in one folder. It ends with this JVM.
 */
final class ChromeDriver implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final int MOST_SECONDS = 10;

  private final Process process;
  private final URI address;
  private final Thread atEnd;

  private ChromeDriver(Process process) throws IOException {
    this.process = process;
    atEnd = new Thread(this::destroyAll);
    Runtime.getRuntime().addShutdownHook(atEnd);
    address = URI.create("http://127.0.0.1:" + port(process.inputReader()));
  }

  /** The program of that name on the path. */
  static Optional<Path> program(String name) {
    return Stream.of(
            Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static ChromeDriver start(Path program, Path folder) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(program.toString(), "--port=0"))
            .redirectError(folder.resolve("chromedriver.log").toFile());
    for (String name : List.of("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
      builder.environment().put(name, folder.toString());
    }
    Map.of("DBUS_SESSION_BUS_ADDRESS", "disabled:", "DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
        .forEach(builder.environment()::put);
    try {
      return new ChromeDriver(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
    }
    throw new IOException("chromedriver ended at once");
  }

  URI address() {
    return address;
  }

  private void destroyAll() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
  }

  /** Ends it with its browsers, and returns when none of them writes any more. */
  @Override
  public void close() {
    CompletableFuture<?>[] ends =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    destroyAll();
    CompletableFuture.allOf(ends).orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    Runtime.getRuntime().removeShutdownHook(atEnd);
  }
}
