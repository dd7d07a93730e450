package dev.garrison.cli.wsus;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.probe.ProbeOutput;
import dev.garrison.wsus.probe.WsusAccess;
import dev.garrison.wsus.probe.WsusProbe;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison wsus}: the servers that the manifest names under 'wsus'. */
@Command(name = "wsus", description = "Look at the WSUS servers.")
public final class WsusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final WsusAccess.Opening opening;
  private final InstantSource clock;
  private final ProbeOutput output;

  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml",
      scope = ScopeType.INHERIT,
      description = "The manifest; ${DEFAULT-VALUE} unless named.")
  private Path manifest;

  public WsusCommand(
      Console console, WsusAccess.Opening opening, InstantSource clock, ProbeOutput output) {
    this.console = console;
    this.opening = opening;
    this.clock = clock;
    this.output = output;
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
      @Option(names = "--json", description = "Print the result as JSON.") boolean asJson,
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
        asJson,
        Optional.ofNullable(report));
  }
}
