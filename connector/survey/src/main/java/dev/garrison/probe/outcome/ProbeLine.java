package dev.garrison.probe.outcome;

/**
 * One check and how it ended.
 *
 * @param check its stable name, such as {@code provider.certificate}
 * @param label what the screen calls it
 */
public record ProbeLine(String check, String label, Outcome outcome) {}
