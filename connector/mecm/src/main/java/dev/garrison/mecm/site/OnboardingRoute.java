package dev.garrison.mecm.site;

import dev.garrison.diagnostic.Worded;

/** Method by which servers get the sensor. */
public enum OnboardingRoute implements Worded {
  /** An application that installs md4ws.msi and onboards. */
  APPLICATION,
  /** The client setting of 2207 and later, which installs and onboards automatically. */
  CLIENT_SETTING
}
