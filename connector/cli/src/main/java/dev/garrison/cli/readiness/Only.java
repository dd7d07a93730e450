package dev.garrison.cli.readiness;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.readiness.Prerequisite;
import dev.garrison.fleet.readiness.Readiness;
import java.util.Arrays;
import java.util.stream.Stream;

/** Servers in one state, or with one finding: some words name both. */
final class Only extends WordConverter<Worded> {
  Only() {
    super(
        Stream.<Worded>concat(
                Arrays.stream(Readiness.State.values()), Arrays.stream(Prerequisite.values()))
            .toList(),
        "'%s' is no state and no prerequisite of a server. There are: %s.");
  }

  /** Whether a server is in that state or has that finding. */
  static boolean holds(Worded only, Readiness readiness) {
    String word = only.word();
    return readiness.state().word().equals(word)
        || readiness.findings().stream().anyMatch(finding -> finding.what().word().equals(word));
  }
}
