package dev.garrison.takeover.judged;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;

/** Confidence of a judgment. Only objects that are at least likely go into a manifest. */
public enum Confidence implements Worded {
  CERTAIN("takeover-confidence.certain"),
  LIKELY("takeover-confidence.likely"),
  POSSIBLE("takeover-confidence.possible");

  private final String key;

  Confidence(String key) {
    this.key = key;
  }

  /** Text for a screen. */
  public Text text() {
    return Text.of(key);
  }
}
