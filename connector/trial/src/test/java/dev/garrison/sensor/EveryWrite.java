package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.trial.TrialProbe;
import dev.garrison.trial.TrialUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Four nights on one server in which every kind of write comes: the subscription, licence terms and
 * approvals for the first ring; approvals for the second; declines; approvals that are taken back.
 */
final class EveryWrite {
  /** When each night is, counted from the first. */
  static final List<Duration> NIGHTS =
      List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(43), Duration.ofDays(44));

  private static final int MOST_RUNS = 4;

  private final TrialUpdates trial;

  /** Makes everything ready for the first night. */
  EveryWrite(TrialUpdates trial) {
    this.trial = trial;
    trial.republish("wsus01", newest -> newest.withEula(new UUID(1, 2)));
    trial.unsubscribe("wsus01");
    trial.replace(
        "sensorUpdate:\n", "sensorUpdate:\n    subscription: manage\n    acceptLicence: true\n");
    trial.replace(
        "groups: [Production servers]", "groups: [Production servers, Unassigned Computers]");
    trial
        .server("wsus01")
        .inConsole(
            all -> all.state().computers().values().forEach(computer -> computer.silent(false)));
  }

  /** What comes before a night, 0 to 3. */
  void before(int night) {
    if (night > 0) {
      trial.pass(NIGHTS.get(night).minus(NIGHTS.get(night - 1)));
    }
    if (night == 2) {
      trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    }
    if (night == 3) {
      trial.replace(
          "sensorUpdate:\n",
          "sensorUpdate:\n    hold:\n      - {version: 10.8798.25857.1000, reason: INC0042}\n");
    }
  }

  /** Runs until nothing is left to do, whatever ring waits for its turn then. */
  void apply() {
    for (int run = 0; run < MOST_RUNS; run++) {
      TrialProbe.Ended ended = trial.apply();
      if (ended.code() == 0 || ended.out().contains("No changes until")) {
        return;
      }
    }
    throw new AssertionError("still something to do: " + trial.plan());
  }

  /** All that is left of it on the server, and nothing of when and how. */
  List<String> left() {
    List<String> left = new ArrayList<>(trial.decisions("wsus01"));
    trial
        .server("wsus01")
        .look(state -> {
          state.holdings().updates().stream()
              .filter(StoredUpdate::declined)
              .map(update -> "declined " + update.id())
              .sorted()
              .forEach(left::add);
          state.subscription().products().stream()
              .map(product -> "synchronises " + product)
              .sorted()
              .forEach(left::add);
          state.subscription().classifications().stream()
              .map(product -> "synchronises the classification " + product)
              .sorted()
              .forEach(left::add);
          left.add("licence terms " + state.holdings().acceptedEulas());
          return true;
        });
    assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    return left;
  }
}
