package dev.garrison.probe.outcome;

/**
 * One check and its outcome.
 *
 * @param check its stable name, such as {@code provider.certificate}
 * @param label the name on the screen
 */
public record ProbeLine(String check, String label, Outcome outcome) {}
