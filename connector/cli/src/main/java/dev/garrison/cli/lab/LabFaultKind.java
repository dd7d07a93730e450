package dev.garrison.cli.lab;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;

/** Kinds of faults that a user can cause in a running lab. */
enum LabFaultKind implements Worded {
  INSTALL("install", true, "lab.fault-install"),
  OFFLINE("offline", true, "lab.fault-offline"),
  OTHER_ANTIVIRUS("other-antivirus", true, "lab.fault-antivirus"),
  ACTIVE("active", true, "lab.fault-active"),
  UNAVAILABLE("unavailable", false, "lab.fault-unavailable"),
  DENIED("denied", false, "lab.fault-denied"),
  PROXY("proxy", false, "lab.fault-proxy"),
  FLAKY("flaky", false, "lab.fault-flaky");

  private final String word;
  private final boolean ofServers;
  private final String effect;

  LabFaultKind(String word, boolean ofServers, String effect) {
    this.word = word;
    this.ofServers = ofServers;
    this.effect = effect;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether it affects servers that are named. */
  boolean ofServers() {
    return ofServers;
  }

  /** Effect, in one sentence. */
  Text effect() {
    return Text.of(effect);
  }

  /** Reads a kind. */
  static final class Converter extends WordConverter<LabFaultKind> {
    Converter() {
      super(values());
    }
  }
}
