package dev.garrison.cli.lab;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;

/** Kinds of faults that a user can cause in a running lab. */
enum LabFaultKind implements Worded {
  INSTALL("install", true, "Installations on these servers fail with exit code 1603."),
  OFFLINE("offline", true, "These servers are off."),
  OTHER_ANTIVIRUS("other-antivirus", true, "Fabrikam Antivirus is installed on these servers."),
  ACTIVE(
      "active",
      true,
      "Microsoft Defender Antivirus becomes active on these servers in spite of passive mode."),
  UNAVAILABLE("unavailable", false, "The administration service answers 503."),
  DENIED("denied", false, "The account has no WMI rights."),
  PROXY("proxy", false, "A proxy answers every request with an HTML page."),
  FLAKY("flaky", false, "One request in ten fails at random.");

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
  String effect() {
    return effect;
  }

  /** Reads a kind. */
  static final class Converter extends WordConverter<LabFaultKind> {
    Converter() {
      super(values());
    }
  }
}
