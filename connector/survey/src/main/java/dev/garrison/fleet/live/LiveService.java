package dev.garrison.fleet.live;

import dev.garrison.diagnostic.Worded;

/** State of a Windows service, from the server's own answer. */
public enum LiveService implements Worded {
  RUNNING("runs"),
  STOPPED("stopped"),
  DISABLED("disabled"),
  MISSING("not installed");

  private final String word;

  LiveService(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
