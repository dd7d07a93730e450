package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged manifests end in a manifest or in diagnostics, within a time. {@code
 * -Dfuzz.inputs=1000000} tries more of them, {@code -Dfuzz.seed} others.
 */
final class ManifestFuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261124L);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final List<String> FRAGMENTS =
      List.of(
          "*a",
          "&a ",
          "<<: ",
          "? ",
          "- ",
          ": ",
          "[",
          "]",
          "{",
          "}",
          "|\n",
          ">-\n",
          "'",
          "\"",
          "#",
          "%YAML 9.9\n",
          "---\n",
          "...\n",
          "!!java.net.URL ",
          "!<x> ",
          "\t",
          "\r",
          "\0",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\"\\uD800\"",
          "\"\\U0011FFFF\"",
          "\"\\x0\"",
          "0x1F",
          "1e999",
          "-0",
          ".nan",
          "~",
          "null",
          "true",
          "9".repeat(400),
          "../..",
          "\\\\",
          "env:",
          "file:",
          "smb://",
          "http://[::1",
          "+99d 99:99",
          "2026-02-30",
          "0000-00-00..9999-99-99");

  @Test
  void aDamagedManifestEndsInAManifestOrInDiagnostics() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : Examples.files()) {
      seeds.add(Files.readAllBytes(file));
    }
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      int number = i;
      byte[] input = damaged(seeds.get(random.nextInt(seeds.size())), random);
      long start = System.nanoTime();
      try {
        refused += Examples.problems(input).isEmpty() ? 0 : 1;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError(about(number, input), e);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(() -> about(number, input))
          .isLessThan(LONGEST);
    }
    assertThat(refused).as("seed " + SEED).isBetween(INPUTS / 4, INPUTS - 1);
  }

  private static String about(int number, byte[] input) {
    return "seed " + SEED + ", input " + number + ":\n" + new String(input, StandardCharsets.UTF_8);
  }

  private static byte[] damaged(byte[] seed, Random random) {
    byte[] input = seed;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(input.length + 1);
      int end = Math.min(input.length, at + 1 + random.nextInt(40));
      input =
          switch (random.nextInt(6)) {
            case 0 -> joined(input, at, randomBytes(random), at);
            case 1 -> joined(input, at, new byte[0], end);
            case 2 -> joined(input, at, fragment(random), at);
            case 3 -> joined(input, at, fragment(random), end);
            case 4 -> joined(input, end, Arrays.copyOfRange(input, at, end), end);
            default -> flipped(input, random);
          };
    }
    return input;
  }

  private static byte[] fragment(Random random) {
    String fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    int times = random.nextInt(20) == 0 ? 1 + random.nextInt(3_000) : 1;
    return fragment.repeat(times).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(4)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] flipped(byte[] input, Random random) {
    byte[] changed = input.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  /** The input up to one place, something, and the input from another place on. */
  private static byte[] joined(byte[] input, int until, byte[] middle, int from) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(input, 0, until);
    bytes.writeBytes(middle);
    bytes.write(input, from, input.length - from);
    return bytes.toByteArray();
  }
}
