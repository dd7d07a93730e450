package dev.garrison.cli.lab;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;

/** Kinds of faults that a user can cause in a running lab. */
enum LabFaultKind implements Worded {
  INSTALL("install", true, Text.of("lab.fault-install")),
  OFFLINE("offline", true, Text.of("lab.fault-offline")),
  OTHER_ANTIVIRUS("other-antivirus", true, Text.of("lab.fault-antivirus")),
  ACTIVE("active", true, Text.of("lab.fault-active")),
  UNAVAILABLE("unavailable", false, Text.of("lab.fault-unavailable")),
  DENIED("denied", false, Text.of("lab.fault-denied")),
  PROXY("proxy", false, Text.of("lab.fault-proxy")),
  FLAKY("flaky", false, Text.of("lab.fault-flaky"));

  private final String word;
  private final boolean ofServers;
  private final Text effect;

  LabFaultKind(String word, boolean ofServers, Text effect) {
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
    return effect;
  }

  /** Reads a kind. */
  static final class Converter extends WordConverter<LabFaultKind> {
    Converter() {
      super(values());
    }
  }
}
