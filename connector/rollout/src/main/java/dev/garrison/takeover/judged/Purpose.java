package dev.garrison.takeover.judged;

import dev.garrison.language.Text;

/** Purpose of an application on a server. */
public enum Purpose {
  ONBOARDS("takeover-purpose.onboards"),
  ANTIVIRUS_MODE("takeover-purpose.mode"),
  SETTINGS("takeover-purpose.settings"),
  OFFBOARDS("takeover-purpose.offboards");

  private final String key;

  Purpose(String key) {
    this.key = key;
  }

  /** Text for a screen. */
  public Text words() {
    return Text.of(key);
  }
}
