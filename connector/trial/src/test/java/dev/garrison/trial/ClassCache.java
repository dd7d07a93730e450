package dev.garrison.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the packed program, ready to use, as {@code ./garrison} keeps them after a build:
 * a start takes less. Made once for all tests of a build, whichever JVM needs it first; a Java that
 * it does not fit ignores it.
 */
final class ClassCache {
  private final List<Path> jars;
  private final Path file;

  /**
   * @param lib the folder of the jars
   * @param file where the cache is, or will be
   */
  ClassCache(Path lib, Path file) {
    try (Stream<Path> files = Files.list(lib)) {
      this.jars = files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.file = file;
  }

  /** The jars, always in the same order: the cache depends on it. */
  String classPath() {
    return String.join(":", jars.stream().map(Path::toString).toList());
  }

  /** The words of Java with which a start uses it. */
  synchronized List<String> options(List<String> java) {
    try (FileChannel lock =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      if (isStale()) {
        make(java);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return List.of("-XX:AOTCache=" + file, "-Xlog:disable");
  }

  private boolean isStale() {
    long made = file.toFile().lastModified();
    return jars.stream().anyMatch(jar -> jar.toFile().lastModified() > made);
  }

  private void make(List<String> java) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(java);
    line.addAll(List.of("-XX:AOTCacheOutput=" + file, "-cp", classPath()));
    line.addAll(List.of("dev.garrison.Main", "demo", "--json"));
    int code =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0 || !Files.exists(file)) {
      throw new IOException("no cache of classes was made; exit code " + code);
    }
  }
}
