package dev.garrison.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Damages samples: whole parts are exchanged, doubled, taken out, nested or replaced by a hostile
 * word; then, in some inputs, bytes are flipped, lost, doubled or put in, and the text is cut off.
 */
public final class Mutator implements Inputs {
  /** Hostile in every format: numbers, characters, names. */
  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "-1",
          "0",
          "-0",
          "1e999999999",
          "0e-999999999",
          "2147483648",
          "-9223372036854775809",
          "9".repeat(400),
          "NaN",
          "true",
          "null",
          "\0",
          "\t",
          "\r",
          "\n",
          "\u0085",
          "\u00ad",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\uffff",
          "\ud83d\ude00",
          "x".repeat(300),
          "../..",
          "\\\\",
          "%s%n",
          "${x}");

  /** Hostile in JSON. */
  private static final List<String> JSON_WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "'a'",
          "/*a*/",
          "\"a\":1,",
          "\"\\u0000\"",
          "\"\\u001b[2J\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"\\u202e\"",
          "\"\"",
          "\" \"",
          "\"../x\"",
          "\"a/b\"",
          "\"%s\"",
          "\"1e5\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "\"PT9223372036854775807S\"",
          "\"-P99999999999999999D\"",
          "null",
          "true",
          "{}",
          "[]",
          "[null]",
          "{\"a\":null}",
          "-1",
          "2147483647",
          "-2147483648",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775809",
          "1.0",
          "1e5",
          "0.1e-400",
          "1e999999999",
          "1e9999999999",
          "-1e-9999999999",
          "9".repeat(64));

  private static final int RARELY = 16;
  private static final int LARGEST = 512 * 1024;

  private final List<Sample> samples;
  private final List<byte[]> words;
  private final List<byte[]> hostile = WORDS.stream().map(Mutator::bytes).toList();
  private final byte[] open;
  private final byte[] close;

  /**
   * @param words hostile in this format only
   * @param open what begins a level of nesting
   * @param close what ends it
   */
  public Mutator(List<Sample> samples, List<String> words, String open, String close) {
    this.samples = List.copyOf(samples);
    this.words = words.stream().map(Mutator::bytes).toList();
    this.open = bytes(open);
    this.close = bytes(close);
  }

  /** For JSON. */
  public static Mutator json(List<Sample> samples) {
    return new Mutator(samples, JSON_WORDS, "[", "]");
  }

  /** For binary forms: words of numbers that are too large, negative or the smallest. */
  public static Mutator binary(List<Sample> samples) {
    List<String> words =
        List.of(
            "\0\0\0\0",
            "\1\0\0\0",
            "\0\0\0\u007f",
            "\u007f\u007f\u007f\u007f",
            "\0\20\0\0",
            "\0\0\1\0");
    return new Mutator(samples, words, "\60\2", "\5\0");
  }

  @Override
  public byte[] input(RandomGenerator random) {
    Sample sample = samples.get(random.nextInt(samples.size()));
    int how = random.nextInt(10);
    byte[] input = how < 1 ? sample.bytes() : restructured(sample, random);
    if (how < 3) {
      for (int times = few(random); times > 0; times--) {
        input = damaged(input, random);
      }
    }
    return input.length <= LARGEST ? input : Arrays.copyOf(input, LARGEST);
  }

  /** One to three parts that do not overlap become something else. */
  private byte[] restructured(Sample sample, RandomGenerator random) {
    byte[] input = sample.bytes();
    int before = input.length;
    for (int times = few(random); times > 0; times--) {
      Sample.Part part = any(sample.parts(), random);
      if (part.to() <= before) {
        input = joined(input, part.from(), instead(sample, part, random), part.to());
        before = part.from();
      }
    }
    return input;
  }

  private byte[] instead(Sample sample, Sample.Part place, RandomGenerator random) {
    byte[] part = sample.bytes(place);
    return switch (random.nextInt(9)) {
      case 0 -> new byte[0];
      case 1, 2 -> any(random.nextInt(3) == 0 ? hostile : words, random);
      case 3 -> repeated(part, 1 + times(random));
      case 4 -> nested(part, times(random), random);
      case 5 -> damaged(part, random);
      default -> donated(place.kind(), random);
    };
  }

  /** A part of any sample, most likely one that fits. */
  private byte[] donated(Sample.Kind kind, RandomGenerator random) {
    Sample donor = any(samples, random);
    Sample.Part part = any(donor.parts(), random);
    for (int tries = random.nextInt(20); tries > 0 && part.kind() != kind; tries--) {
      part = any(donor.parts(), random);
    }
    return donor.bytes(part);
  }

  /** Inside so many levels, of which rarely one is not closed. */
  private byte[] nested(byte[] part, int levels, RandomGenerator random) {
    int closed = random.nextInt(RARELY) == 0 ? levels - 1 : levels;
    return concatenated(repeated(open, levels), part, repeated(close, closed));
  }

  private byte[] damaged(byte[] input, RandomGenerator random) {
    int at = random.nextInt(input.length + 1);
    int end = Math.min(input.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(8)) {
      case 0 -> joined(input, at, noise(random), at);
      case 1 -> joined(input, at, new byte[0], end);
      case 2 -> joined(input, at, repeated(any(hostile, random), times(random)), at);
      case 3 -> joined(input, at, any(words, random), end);
      case 4 -> joined(input, end, Arrays.copyOfRange(input, at, end), end);
      case 5 -> Arrays.copyOf(input, random.nextInt(4) == 0 ? at : input.length);
      case 6 -> joined(input, at, noise(random), end);
      default -> flipped(input, random);
    };
  }

  private static byte[] flipped(byte[] input, RandomGenerator random) {
    byte[] changed = input.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] bytes = new byte[1 + random.nextInt(4)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Once as a rule, rarely often, very rarely thousands of times. */
  private static int times(RandomGenerator random) {
    return random.nextInt(RARELY) == 0 ? 1 + random.nextInt(1 << (1 + random.nextInt(12))) : 1;
  }

  private static int few(RandomGenerator random) {
    return 1 + random.nextInt(1 + random.nextInt(3));
  }

  private static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] repeated(byte[] bytes, int times) {
    int fitting = Math.min(times, LARGEST / Math.max(1, bytes.length) + 1);
    byte[] all = new byte[bytes.length * fitting];
    for (int i = 0; i < fitting; i++) {
      System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
    }
    return all;
  }

  private static byte[] concatenated(byte[]... pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      bytes.writeBytes(piece);
    }
    return bytes.toByteArray();
  }

  /** The input up to one place, something, and the input from another place on. */
  private static byte[] joined(byte[] input, int until, byte[] middle, int from) {
    return concatenated(
        Arrays.copyOf(input, until), middle, Arrays.copyOfRange(input, from, input.length));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
