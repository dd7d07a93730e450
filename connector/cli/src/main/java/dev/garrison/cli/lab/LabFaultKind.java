package dev.garrison.cli.lab;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;

/** Kinds of faults that a user can cause in a running lab. */
enum LabFaultKind implements Worded {
  INSTALL("install", Target.SERVERS, "lab.fault-install"),
  OFFLINE("offline", Target.SERVERS, "lab.fault-offline"),
  SENSOR("sensor", Target.SERVERS, "lab.fault-sensor"),
  OTHER_ANTIVIRUS("other-antivirus", Target.SERVERS, "lab.fault-antivirus"),
  ACTIVE("active", Target.SERVERS, "lab.fault-active"),
  DISTRIBUTION("distribution", Target.SITE, "lab.fault-distribution"),
  UNAVAILABLE("unavailable", Target.SITE, "lab.fault-unavailable"),
  DENIED("denied", Target.SITE, "lab.fault-denied"),
  PROXY("proxy", Target.SITE, "lab.fault-proxy"),
  FLAKY("flaky", Target.SITE, "lab.fault-flaky"),
  CLOCK("clock", Target.SITE, "lab.fault-clock"),
  WSUS_UNAVAILABLE("wsus-unavailable", Target.UPDATE_SERVERS, "lab.fault-wsus-unavailable"),
  WSUS_DENIED("wsus-denied", Target.UPDATE_SERVERS, "lab.fault-wsus-denied"),
  WSUS_SYNC("wsus-sync", Target.UPDATE_SERVERS, "lab.fault-wsus-sync"),
  WSUS_CLOCK("wsus-clock", Target.UPDATE_SERVERS, "lab.fault-wsus-clock");

  /** Targets of a fault. */
  private enum Target {
    /** Servers that are named. */
    SERVERS,
    /** The site as one. */
    SITE,
    /** All WSUS servers. */
    UPDATE_SERVERS
  }

  private final String word;
  private final Target target;
  private final String effect;

  LabFaultKind(String word, Target target, String effect) {
    this.word = word;
    this.target = target;
    this.effect = effect;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether it affects servers that are named. */
  boolean ofServers() {
    return target == Target.SERVERS;
  }

  /** Whether it affects all WSUS servers. */
  boolean ofUpdateServers() {
    return target == Target.UPDATE_SERVERS;
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
