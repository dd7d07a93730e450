package dev.garrison.cli.fleet;

import dev.garrison.cli.option.RingNames;
import dev.garrison.cli.output.ReportOptions;
import dev.garrison.cli.output.RowOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that commands about servers share: which servers, in which form, and a report. */
final class ServerOptions {
  @Option(names = "--ring", paramLabel = "RING", completionCandidates = RingNames.class)
  private @Nullable String ring;

  @Option(names = "--server", paramLabel = "NAME")
  private @Nullable String server;

  @Mixin private RowOptions answer;
  @Mixin private ReportOptions report;

  /** The selected servers. */
  Selection selection() {
    return new Selection(Optional.ofNullable(ring), Optional.ofNullable(server));
  }

  /** The form of the answer. */
  RowOptions answer() {
    return answer;
  }

  /** The report alongside the answer. */
  ReportOptions report() {
    return report;
  }
}
