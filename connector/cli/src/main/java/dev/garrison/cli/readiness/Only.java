package dev.garrison.cli.readiness;

import dev.garrison.fleet.readiness.Prerequisite;
import dev.garrison.fleet.readiness.Readiness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Servers in one state, or with one finding.
 *
 * @param word of the state or of what was found
 */
record Only(String word) {
  boolean holds(Readiness readiness) {
    return readiness.state().word().equals(word)
        || readiness.findings().stream().anyMatch(finding -> finding.what().word().equals(word));
  }

  private static List<String> words() {
    return Stream.concat(
            Arrays.stream(Readiness.State.values()).map(Readiness.State::word),
            Arrays.stream(Prerequisite.values()).map(Prerequisite::word))
        .toList();
  }

  /** Reads it from the command line. */
  static final class Converter implements ITypeConverter<Only> {
    @Override
    public Only convert(String word) {
      if (!words().contains(word)) {
        throw new TypeConversionException(
            "'%s' is no state and no prerequisite of a server. There are: %s."
                .formatted(word, String.join(", ", words())));
      }
      return new Only(word);
    }
  }

  /** What a shell may complete. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new ArrayList<>(words()).iterator();
    }
  }
}
