package dev.garrison.cli.wsus;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
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
@Command(name = "wsus", description = "Look at the WSUS servers, and synchronise them.")
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
      scope = ScopeType.INHERIT,
      description = "The manifest; ${DEFAULT-VALUE} unless named.")
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

  @Command(
      name = "probe",
      description = {
        "Look whether WSUS servers can be used, and what is in the way.",
        "One line for each check, with cause and remedy where it fails. Only reads."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:nothing failed; there may be warnings",
        "1:a check failed, or the manifest has a mistake"
      })
  int probe(
      @Option(
              names = "--server",
              paramLabel = "NAME",
              description = "Only this server of the manifest, with its port or without.")
          @Nullable String server,
      @Mixin AnswerOptions answer,
      @Option(
              names = "--report",
              paramLabel = "FILE.json",
              description = {
                "Also write a report to send to somebody: the same without names of servers,",
                "users, domains and groups. Nothing is overwritten."
              })
          @Nullable Path report) {
    return output.of(
        () -> {
          try (WsusAccess access = opening.open(manifest)) {
            return new WsusProbe(access, clock).run(Optional.ofNullable(server));
          }
        },
        answer.json(),
        Optional.ofNullable(report));
  }

  @Command(
      name = "status",
      description = {
        "Show where the sensor's updates stand: what is current, for which groups it is approved and",
        "by whom, and how many computers have it; where a software update point serves rings, by which rule",
        "each one gets which release. Only reads."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every server answered, and nothing failed",
        "1:a server or the site did not answer, or the manifest has a mistake",
        "2:somebody has to look: computers failed, or need what nobody approved; titles or versions that cannot be told, no synchronisation, no rule"
      })
  int status(
      @Option(
              names = "--server",
              paramLabel = "NAME",
              description = "Only this server of the manifest, with its port or without.")
          @Nullable String server,
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

  @Command(
      name = "sync",
      description = {
        "Synchronise WSUS servers, upstream servers first, and wait for the end.",
        "A server is left alone where it synchronised a short time ago, and where Configuration Manager",
        "manages it; one that synchronises already is waited for. Shows first what it will do, and asks."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every server is synchronised",
        "1:a synchronisation failed, its outcome is unknown, or a server cannot be used",
        "2:--dry-run: there are synchronisations to start",
        "3:one still runs, or waits for one that does; run again"
      })
  int sync(@Mixin SyncOptions options) {
    try (WsusAccess access = opening.open(manifest)) {
      return sync.hold(access, options);
    }
  }
}
