package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ReportOptions;
import dev.garrison.cli.output.RowOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which servers a command speaks, and how: options that commands on servers share. */
public final class ServerOptions {
  @Option(
      names = "--ring",
      paramLabel = "RING",
      description = "Speak of the servers of this ring alone.")
  private @Nullable String ring;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Speak of this server alone, with all that is known of it.")
  private @Nullable String server;

  @Mixin private RowOptions answer;
  @Mixin private ReportOptions report;

  /** Of which servers. */
  public Selection selection() {
    return new Selection(Optional.ofNullable(ring), Optional.ofNullable(server));
  }

  /** Whether JSON is asked for. */
  public boolean json() {
    return answer.json();
  }

  /** Whether CSV is asked for. */
  public boolean csv() {
    return answer.csv();
  }

  /** Whether only one server is meant. */
  public boolean isOfOne() {
    return server != null;
  }

  /** A page beside the answer. */
  public ReportOptions report() {
    return report;
  }
}
