package dev.garrison.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Things measured in turn, and the table of them under {@code connector/bench/target}. */
final class Samples {
  private static final int RUNS = 5;
  private static final double MIB = 1 << 20;

  private final Path table;

  /** Something that is measured as a whole. */
  interface Work {
    void run() throws Exception;
  }

  /** The times of one thing, the shortest first. */
  record Times(List<Duration> all) {
    Times {
      all = all.stream().sorted().toList();
    }

    Duration median() {
      return all.get(all.size() / 2);
    }

    String rate(long bytes) {
      return "%.0f MiB/s".formatted(bytes / MIB / seconds());
    }

    double seconds() {
      return median().toNanos() / 1e9;
    }

    /** How much quicker this is than the other: above 1 it is. */
    String against(Times other) {
      return "%.2f".formatted(other.seconds() / seconds());
    }
  }

  Samples(String title, String head) throws IOException {
    Path folder = Path.of(System.getProperty("repository.root"), "connector/bench/target");
    this.table = folder.resolve(title + ".md");
    Files.writeString(table, head + "\n" + head.replaceAll("[^|]+", "---") + "\n");
  }

  /**
   * Runs everything in turn, once to warm up and then five times, so that what else the machine
   * does strikes all of it.
   */
  static List<Times> inTurn(Work... works) throws Exception {
    List<List<Duration>> times = new ArrayList<>();
    for (Work work : works) {
      work.run();
      times.add(new ArrayList<>());
    }
    for (int run = 0; run < RUNS; run++) {
      for (int i = 0; i < works.length; i++) {
        long begin = System.nanoTime();
        works[i].run();
        times.get(i).add(Duration.ofNanos(System.nanoTime() - begin));
      }
    }
    return times.stream().map(Times::new).toList();
  }

  void row(String... cells) throws IOException {
    String line = String.format(Locale.ROOT, "| %s |%n", String.join(" | ", cells));
    Files.writeString(table, line, StandardOpenOption.APPEND);
    System.out.print(line);
  }
}
