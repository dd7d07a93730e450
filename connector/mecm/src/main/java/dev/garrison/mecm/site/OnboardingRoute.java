package dev.garrison.mecm.site;

import java.util.Arrays;
import java.util.Optional;

/** How servers get the sensor. */
public enum OnboardingRoute {
  /** An application that installs md4ws.msi and onboards. */
  APPLICATION("application"),
  /** The client setting of 2207 and later, which installs and onboards by itself. */
  CLIENT_SETTING("client-setting");

  private final String word;

  OnboardingRoute(String word) {
    this.word = word;
  }

  /** The one that the manifest writes so. */
  public static Optional<OnboardingRoute> of(String word) {
    return Arrays.stream(values()).filter(route -> route.word.equals(word)).findFirst();
  }

  /** As the manifest writes it. */
  public String word() {
    return word;
  }
}
