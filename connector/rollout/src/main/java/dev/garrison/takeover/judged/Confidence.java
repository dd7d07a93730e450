package dev.garrison.takeover.judged;

import dev.garrison.diagnostic.Worded;

/** Confidence of a judgment. Only objects that are at least likely go into a manifest. */
public enum Confidence implements Worded {
  CERTAIN,
  LIKELY,
  POSSIBLE
}
