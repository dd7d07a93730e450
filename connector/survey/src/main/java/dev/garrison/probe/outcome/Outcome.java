package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.language.Text;
import java.util.List;

/** Outcome of one check. */
public sealed interface Outcome {
  /** No text: the findings say all. */
  Text NONE = Text.verbatim("");

  /** The observation, or the reason why there is none; may be empty. */
  Text text();

  /**
   * Success.
   *
   * @param text the observation
   */
  record Passed(Text text) implements Outcome {}

  /**
   * Warning: Garrison works, but the administrator must know this.
   *
   * @param text the observation; may be empty
   * @param findings causes and remedies
   */
  record Warned(Text text, List<Diagnostic> findings) implements Outcome {
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
  record Failed(Text text, List<Diagnostic> findings, List<String> lines) implements Outcome {
    public Failed {
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a failure needs a cause");
      }
      findings = List.copyOf(findings);
      lines = List.copyOf(lines);
    }

    public Failed(Text text, List<Diagnostic> findings) {
      this(text, findings, List.of());
    }

    public Failed(List<Diagnostic> findings) {
      this(NONE, findings);
    }
  }

  /**
   * Check that was not made.
   *
   * @param text the reason
   */
  record Skipped(Text text) implements Outcome {}

  /** Outcome of findings: the worst of them decides. */
  static Outcome of(Text text, List<Diagnostic> findings) {
    if (findings.isEmpty()) {
      return new Passed(text);
    }
    boolean fails = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return fails ? new Failed(text, findings) : new Warned(text, findings);
  }

  /** Observations, one on each line. */
  static Text lines(List<Text> lines) {
    return lines.stream()
        .reduce((first, rest) -> Text.of("probe.lines", "first", first, "rest", rest))
        .orElse(NONE);
  }

  /** Word for programs. */
  default String word() {
    return switch (this) {
      case Passed _ -> "ok";
      case Skipped _ -> "skipped";
      case Warned _ -> "warning";
      case Failed _ -> "failed";
    };
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
