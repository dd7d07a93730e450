package dev.garrison.cli.wsus;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ReportOptions;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.probe.ProbeOutput;
import dev.garrison.probe.wsus.WsusProbe;
import dev.garrison.survey.update.UpdateAccess;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.survey.update.WsusStatus;
import dev.garrison.wsus.servers.WsusAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison wsus}: probes, shows and synchronizes the WSUS servers of the manifest. */
@Command(name = "wsus")
public final class WsusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final UpdateAccess.Opening opening;
  private final Clock clock;
  private final ProbeOutput output;
  private final SyncDialogue sync;

  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml",
      scope = ScopeType.INHERIT)
  private Path manifest;

  public WsusCommand(
      Console console,
      UpdateAccess.Opening opening,
      Clock clock,
      ProbeOutput output,
      SyncDialogue sync) {
    this.console = console;
    this.opening = opening;
    this.clock = clock;
    this.output = output;
    this.sync = sync;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "probe")
  int probe(
      @Option(names = "--server", paramLabel = "NAME") @Nullable String server,
      @Mixin RowOptions answer,
      @Option(names = "--report", paramLabel = "FILE.json") @Nullable Path report) {
    return output.of(
        () -> {
          try (WsusAccess access = opening.open(manifest)) {
            return new WsusProbe(access, clock).run(Optional.ofNullable(server));
          }
        },
        answer,
        Optional.ofNullable(report));
  }

  @Command(name = "status")
  int status(
      @Option(names = "--server", paramLabel = "NAME") @Nullable String server,
      @Mixin RowOptions answer,
      @Mixin ReportOptions report) {
    report.refuseExisting();
    WsusStanding standings;
    String name;
    try (UpdateAccess access = opening.open(manifest)) {
      name = access.manifest().name();
      standings = new WsusStatus(access, clock).read(Optional.ofNullable(server));
    }
    Instant now = clock.instant();
    answer.print(
        console,
        () -> WsusStatusAnswer.of(name, standings, now),
        WsusRow.COLUMNS,
        () -> WsusRow.of(standings),
        () -> WsusStatusView.render(name, standings, now, clock.getZone()));
    report.write(console, () -> WsusStatusReport.render(name, standings, now, clock.getZone()));
    if (standings.hasSilence()) {
      return ExitCode.ERROR;
    }
    return standings.needsLook() ? ExitCode.CHANGES : ExitCode.OK;
  }

  @Command(name = "sync")
  int sync(@Mixin SyncOptions options) {
    try (WsusAccess access = opening.open(manifest)) {
      return sync.hold(access, options);
    }
  }
}
