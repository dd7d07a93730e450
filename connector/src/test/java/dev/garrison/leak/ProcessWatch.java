package dev.garrison.leak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What other users of the machine could see of a process and of all that it starts, and what it
 * hands down: command lines, names of threads, and the variables of its children.
 */
final class ProcessWatch {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Looks every few milliseconds until the process ends. */
  void until(Process process) throws InterruptedException {
    do {
      look(process.toHandle(), false);
      process.descendants().forEach(child -> look(child, true));
    } while (!process.waitFor(3, TimeUnit.MILLISECONDS));
  }

  /** All that was seen. */
  Set<String> seen() {
    return seen;
  }

  private void look(ProcessHandle process, boolean variables) {
    Path place = Path.of("/proc", "" + process.pid());
    note(place.resolve("cmdline"));
    if (variables) {
      note(place.resolve("environ"));
    }
    tasks(place).forEach(task -> note(task.resolve("comm")));
  }

  private static List<Path> tasks(Path place) {
    try (Stream<Path> tasks = Files.list(place.resolve("task"))) {
      return tasks.toList();
    } catch (IOException | UncheckedIOException _) {
      // It has ended between two looks.
      return List.of();
    }
  }

  private void note(Path file) {
    try {
      seen.add(new String(Files.readAllBytes(file), ISO_8859_1));
    } catch (IOException _) {
      // It has ended between two looks, and what it was has been seen before.
    }
  }
}
