package dev.garrison.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Gives a reader damaged inputs, each within a time of the processor and an amount of memory.
 * {@code -Dfuzz.inputs=1000000} tries more of them and prints what came of them, {@code
 * -Dfuzz.seed} others, {@code -Dfuzz.first} begins at that input: an input depends on the seed and
 * its number only.
 */
public final class FuzzRun {
  private static final int SHORT = 2_000;
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", SHORT);
  private static final int FIRST = Integer.getInteger("fuzz.first", 0);
  private static final long SEED = Long.getLong("fuzz.seed", 20261124L);

  /** Of the processor: a busy machine must not fail a campaign. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final long MOST_BYTES = 512L * 1024 * 1024;
  private static final int SHOWN = 4_000;

  private final String reader;
  private final Inputs inputs;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private long slowest;
  private long largest;

  public FuzzRun(String reader, Inputs inputs) {
    this.reader = reader;
    this.inputs = inputs;
  }

  /** Reads one input. */
  @FunctionalInterface
  public interface Target {
    /** A word for how it ended. Whatever is thrown is a failure. */
    String outcome(byte[] input) throws IOException;
  }

  /**
   * Runs all inputs.
   *
   * @param read the outcome that says that an input could be read in spite of its damage: some can,
   *     some cannot, or the damage is not worth much
   */
  public void check(String read, Target target) {
    long start = System.nanoTime();
    for (int i = 0; i < INPUTS; i++) {
      int number = FIRST + i;
      byte[] input = inputs.input(new SplittableRandom(SEED + number));
      outcomes.merge(outcome(number, input, target), 1, Integer::sum);
    }
    if (INPUTS != SHORT) {
      print(Duration.ofNanos(System.nanoTime() - start));
    }
    assertThat(outcomes.getOrDefault(read, 0))
        .as("%s, seed %d: %s", reader, SEED, outcomes)
        .isBetween(INPUTS / 50, INPUTS * 9 / 10);
  }

  /** The outcome of an input that was refused in words: the code of what is wrong first. */
  public static String refused(RefusalException refusal) {
    assertThat(refusal.diagnostics()).isNotEmpty();
    return refusal.diagnostics().getFirst().code().name();
  }

  private String outcome(int number, byte[] input, Target target) {
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    String outcome;
    try {
      outcome = target.outcome(input);
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(about(number, input), e);
    }
    long time = threads.getCurrentThreadCpuTime() - start;
    long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    slowest = Math.max(slowest, time);
    largest = Math.max(largest, bytes);
    if (time > LONGEST.toNanos() || bytes > MOST_BYTES) {
      throw new AssertionError(
          "%d ms of the processor, %d bytes for %s"
              .formatted(time / 1_000_000, bytes, about(number, input)));
    }
    return outcome;
  }

  private String about(int number, byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    return "%s, seed %d, input %d (%d bytes):%n%s"
        .formatted(
            reader, SEED, number, input.length, text.substring(0, Math.min(SHOWN, text.length())));
  }

  private void print(Duration time) {
    System.out.printf(
        "Fuzzed %s: inputs %d to %d, seed %d, %d a second, slowest %d ms of the processor, most memory %d KiB, %s%n",
        reader,
        FIRST,
        FIRST + INPUTS - 1,
        SEED,
        INPUTS * 1000L / Math.max(1, time.toMillis()),
        slowest / 1_000_000,
        largest / 1024,
        outcomes);
  }
}
