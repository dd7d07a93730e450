package dev.garrison.leak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What other users of the machine could see of a process and of all that it starts, and what it
 * hands down: command lines, names of threads, and the variables of its children. It looks so often
 * that it reads no more than it has to: the children are asked for by proc_tid_children(5), and not
 * by a search through all processes of the machine.
 */
final class ProcessWatch {
  private final Set<String> seen = new HashSet<>();
  private final byte[] buffer = new byte[256 * 1024];

  /** Looks every few milliseconds until the process ends. */
  void until(Process process) throws InterruptedException {
    do {
      look("" + process.pid(), false);
    } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
  }

  /** All that was seen. */
  Set<String> seen() {
    return seen;
  }

  private void look(String process, boolean isChild) {
    Path place = Path.of("/proc", process);
    note(place.resolve("cmdline"));
    if (isChild) {
      note(place.resolve("environ"));
    }
    String[] tasks = place.resolve("task").toFile().list();
    // None when it has ended between two looks.
    for (String task : tasks == null ? new String[0] : tasks) {
      Path thread = place.resolve("task").resolve(task);
      note(thread.resolve("comm"));
      String children = read(thread.resolve("children"));
      for (String child : children.isBlank() ? new String[0] : children.strip().split(" ")) {
        look(child, true);
      }
    }
  }

  private void note(Path file) {
    String text = read(file);
    if (!text.isEmpty()) {
      seen.add(text);
    }
  }

  private String read(Path file) {
    try (FileInputStream stream = new FileInputStream(file.toFile())) {
      int length = stream.readNBytes(buffer, 0, buffer.length);
      return new String(buffer, 0, length, ISO_8859_1);
    } catch (IOException _) {
      // It has ended between two looks, and what it was has been seen before.
      return "";
    }
  }
}
