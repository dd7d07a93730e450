package dev.garrison.probe.outcome;

import dev.garrison.language.Text;
import java.util.List;

/**
 * Checks of one subject.
 *
 * @param title such as {@code AdminService}
 * @param subject its identity, such as its address
 */
public record ProbeSection(String title, String subject, List<ProbeLine> lines) {
  public ProbeSection {
    lines = List.copyOf(lines);
  }

  /** Title on the screen. */
  public Text heading() {
    return ProbeLabel.title(title);
  }
}
