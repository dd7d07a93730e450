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
  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = {
        "Only this server of the manifest, with its port or without. Servers above it are not",
        "synchronised first."
      })
  private @Nullable String server;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "30m",
      description = "How long to wait for the end of all of them; ${DEFAULT-VALUE} unless named.")
  private Duration wait = Duration.ZERO;

  @Option(
      names = "--if-older",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description =
          "Leave servers alone that synchronised more recently than this; ${DEFAULT-VALUE} unless named.")
  private Duration ifOlder = Duration.ZERO;

  @Option(names = "--dry-run", description = "Only show what would be started.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
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
