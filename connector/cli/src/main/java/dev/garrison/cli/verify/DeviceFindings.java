package dev.garrison.cli.verify;

import dev.garrison.cli.ExitCode;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.standing.DeviceStanding;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Servers of a manifest, each compared with it when it is requested. */
final class DeviceFindings {
  private final DeviceStanding standing;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  DeviceFindings(DeviceStanding standing) {
    this.standing = standing;
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    each(finding -> counts.merge(finding.outcome(), 1, Integer::sum));
  }

  DeviceStanding standing() {
    return standing;
  }

  /** Compares the servers one after the other, ring by ring, in the order of names. */
  void each(Consumer<ComplianceFinding> taker) {
    for (int row : standing.fleet().fleet().servers()) {
      taker.accept(standing.conformity().of(standing.fleet().fleet().server(row)));
    }
  }

  int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** Exit code as for plans: a difference, waiting, or success. */
  int exitCode() {
    if (of(Outcome.DIFFERS) > 0) {
      return ExitCode.CHANGES;
    }
    return of(Outcome.NOT_DUE) + of(Outcome.NO_ANSWER) > 0 ? ExitCode.WAITING : ExitCode.OK;
  }
}
