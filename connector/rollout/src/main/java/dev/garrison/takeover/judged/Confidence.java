package dev.garrison.takeover.judged;

import dev.garrison.diagnostic.Worded;

/** How sure a judgement is. Only what is at least likely goes into a manifest. */
public enum Confidence implements Worded {
  CERTAIN,
  LIKELY,
  POSSIBLE
}
