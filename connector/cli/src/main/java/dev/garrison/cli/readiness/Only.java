package dev.garrison.cli.readiness;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Prerequisite;
import dev.garrison.fleet.readiness.Readiness;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Servers in one state, or with one finding: some words name both. */
final class Only extends WordConverter<Worded> {
  Only() {
    super(
        Stream.<Worded>concat(
                Arrays.stream(Readiness.State.values()), Arrays.stream(Prerequisite.values()))
            .toList());
  }

  /** Whether a server is in that state or has that finding. */
  static boolean holds(Worded only, Readiness readiness) {
    return readiness.state().word().equals(only.word()) || !matching(only, readiness).isEmpty();
  }

  /** The findings of that word; all of a server in that state. */
  static List<Finding> matching(Worded only, Readiness readiness) {
    String word = only.word();
    return readiness.state().word().equals(word)
        ? readiness.findings()
        : readiness.findings().stream().filter(each -> each.what().word().equals(word)).toList();
  }
}
