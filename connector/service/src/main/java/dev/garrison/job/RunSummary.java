package dev.garrison.job;

import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;

/** Shows the recorded summary of a run. */
public final class RunSummary {
  private RunSummary() {}

  /** The summary as a sentence in the language of whoever reads; empty if there is none. */
  public static String sentence(String recorded) {
    String shown = RecordedText.shown(recorded);
    return shown.isEmpty() || shown.endsWith(".") || shown.endsWith("。")
        ? shown
        : Text.of("job-summary.sentence", "summary", shown).shown();
  }
}
