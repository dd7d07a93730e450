package dev.garrison.probe.outcome;

import dev.garrison.language.Text;

/**
 * One check and its outcome.
 *
 * @param check its stable name, such as {@code provider.certificate}
 * @param label its name within the section
 */
public record ProbeLine(String check, String label, Outcome outcome) {
  /** Name on the screen. */
  public Text title() {
    return ProbeLabel.of(label);
  }
}
