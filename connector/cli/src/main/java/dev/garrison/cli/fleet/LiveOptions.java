package dev.garrison.cli.fleet;

import dev.garrison.cli.option.PositiveDuration;
import dev.garrison.cli.output.Console;
import dev.garrison.session.RepeatedApply;
import dev.garrison.survey.live.LiveQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Options for asking the servers themselves. */
public final class LiveOptions {
  @Option(names = "--live")
  private boolean live;

  @Option(
      names = "--live-timeout",
      paramLabel = "DURATION",
      defaultValue = "3m",
      converter = PositiveDuration.class)
  private Duration timeout = Duration.ofMinutes(3);

  /** Whether servers are asked. */
  public boolean isAsked() {
    return live;
  }

  /**
   * Reads and shows. After Ctrl-C, the answers so far are still shown.
   *
   * @param pause lets time pass
   * @param selection the selected servers
   * @param work reads, and shows what it read
   */
  public <R> R during(
      Console console,
      RepeatedApply.Waiting pause,
      Selection selection,
      Function<Optional<LiveQuery>, R> work) {
    if (!live) {
      return work.apply(Optional.empty());
    }
    try (LiveWaiting waiting = new LiveWaiting(console, pause, timeout)) {
      return work.apply(
          Optional.of(new LiveQuery(timeout, selection.ring(), selection.server(), waiting)));
    }
  }
}
