package dev.garrison.mecm.site;

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

  /** As the manifest writes it. */
  public String word() {
    return word;
  }
}
