package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import java.util.List;

/** Outcome of one check. */
public sealed interface Outcome {
  /**
   * Success.
   *
   * @param text the observation
   */
  record Passed(String text) implements Outcome {}

  /**
   * Warning: Garrison works, but the administrator must know this.
   *
   * @param text the observation; may be empty
   * @param findings causes and remedies
   */
  record Warned(String text, List<Diagnostic> findings) implements Outcome {
    public Warned {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Failure: a function of Garrison will not work.
   *
   * @param text the observation; may be empty
   * @param findings causes and remedies, at least one
   * @param lines for the manifest, exactly as to be written; mostly none
   */
  record Failed(String text, List<Diagnostic> findings, List<String> lines) implements Outcome {
    public Failed {
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a failure needs a cause");
      }
      findings = List.copyOf(findings);
      lines = List.copyOf(lines);
    }

    public Failed(String text, List<Diagnostic> findings) {
      this(text, findings, List.of());
    }
  }

  /** Check that was not made. */
  record Skipped(String reason) implements Outcome {}

  /** Outcome of findings: the worst of them decides. */
  static Outcome of(String text, List<Diagnostic> findings) {
    if (findings.isEmpty()) {
      return new Passed(text);
    }
    boolean fails = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return fails ? new Failed(text, findings) : new Warned(text, findings);
  }

  /** Problems that were found; empty where there are none. */
  default List<Diagnostic> problems() {
    return switch (this) {
      case Passed _, Skipped _ -> List.of();
      case Warned warned -> warned.findings();
      case Failed failed -> failed.findings();
    };
  }
}
