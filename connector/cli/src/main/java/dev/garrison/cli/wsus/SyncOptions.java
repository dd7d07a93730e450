package dev.garrison.cli.wsus;

import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.wsus.sync.SyncTerms;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code garrison wsus sync}. */
final class SyncOptions {
  @Option(names = "--server", paramLabel = "NAME")
  private @Nullable String server;

  @Option(names = "--wait", paramLabel = "DURATION", defaultValue = "30m")
  private Duration wait = Duration.ZERO;

  @Option(names = "--if-older", paramLabel = "DURATION", defaultValue = "1h")
  private Duration ifOlder = Duration.ZERO;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Mixin private AnswerOptions answer;

  Optional<String> server() {
    return Optional.ofNullable(server);
  }

  SyncTerms terms() {
    return new SyncTerms(wait, ifOlder);
  }

  boolean onlyShows() {
    return dryRun;
  }

  boolean agreed() {
    return yes;
  }

  AnswerOptions answer() {
    return answer;
  }
}
