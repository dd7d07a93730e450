package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import java.util.List;

/** How one check ended. */
public sealed interface Outcome {
  /**
   * As it should be.
   *
   * @param text what was seen
   */
  record Passed(String text) implements Outcome {}

  /**
   * Garrison works, and a person should know this.
   *
   * @param text what was seen; may be empty
   * @param findings causes and remedies
   */
  record Warned(String text, List<Diagnostic> findings) implements Outcome {
    public Warned {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Something will not work.
   *
   * @param text what was seen; may be empty
   * @param findings causes and remedies, at least one
   * @param lines for the manifest, as they are to be written; mostly none
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

  /** Not looked at. */
  record Skipped(String reason) implements Outcome {}

  /** What the findings come to: the worst of them decides. */
  static Outcome of(String text, List<Diagnostic> findings) {
    if (findings.isEmpty()) {
      return new Passed(text);
    }
    boolean fails = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return fails ? new Failed(text, findings) : new Warned(text, findings);
  }

  /** What is wrong; empty where nothing is. */
  default List<Diagnostic> problems() {
    return switch (this) {
      case Passed _, Skipped _ -> List.of();
      case Warned warned -> warned.findings();
      case Failed failed -> failed.findings();
    };
  }
}
