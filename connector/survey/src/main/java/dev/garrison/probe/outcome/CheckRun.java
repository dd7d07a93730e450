package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the checks of one section in order. A failed check does not end the run: those that depend
 * on it are skipped with a reason, and the others continue.
 */
public final class CheckRun {
  private final String prefix;
  private final List<ProbeLine> lines = new ArrayList<>();
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  /**
   * @param prefix of the checks' stable names
   */
  public CheckRun(String prefix) {
    this.prefix = prefix;
  }

  /** Runs a check that depends on no other. */
  public CheckRun check(String label, Supplier<Outcome> work) {
    return check(label, List.of(), work);
  }

  /**
   * Runs a check.
   *
   * @param needs labels of the checks on which it depends
   */
  public CheckRun check(String label, List<String> needs, Supplier<Outcome> work) {
    return record(
        label, unmet(needs).<Outcome>map(Outcome.Skipped::new).orElseGet(() -> run(work)));
  }

  /** Records that a check is not made. */
  public CheckRun skip(String label, Text reason) {
    return record(label, new Outcome.Skipped(reason));
  }

  private CheckRun record(String label, Outcome outcome) {
    outcomes.put(label, outcome);
    lines.add(new ProbeLine(prefix + "." + label.replace(' ', '-'), label, outcome));
    return this;
  }

  /** Checks whether a check succeeded or only warned, so that others can depend on it. */
  public boolean holds(String label) {
    return switch (outcomes.get(label)) {
      case Outcome.Passed _, Outcome.Warned _ -> true;
      case Outcome.Failed _, Outcome.Skipped _ -> false;
      case null -> false;
    };
  }

  private Optional<Text> unmet(List<String> needs) {
    return needs.stream()
        .filter(need -> !holds(need))
        .findFirst()
        .map(need ->
            Text.of(
                outcomes.get(need) instanceof Outcome.Skipped
                    ? "probe.needs-unchecked"
                    : "probe.needs-failed",
                "check",
                ProbeLabel.of(need)));
  }

  private static Outcome run(Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (RefusalException refusal) {
      return new Outcome.Failed(refusal.diagnostics());
    } catch (ContentShareException failure) {
      return new Outcome.Failed(List.of(failure.diagnostic()));
    }
  }

  /** Checks that were made, in order. */
  public List<ProbeLine> lines() {
    return List.copyOf(lines);
  }
}
