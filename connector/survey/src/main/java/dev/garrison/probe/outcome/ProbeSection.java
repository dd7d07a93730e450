package dev.garrison.probe.outcome;

import java.util.List;

/**
 * All checks of one thing.
 *
 * @param title such as {@code AdminService}
 * @param subject which one, such as its address
 */
public record ProbeSection(String title, String subject, List<ProbeLine> lines) {
  public ProbeSection {
    lines = List.copyOf(lines);
  }
}
