package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison lab}: runs a simulated site, and controls one that is running. */
@Command(
    name = "lab",
    description = {
      "Run a simulated Configuration Manager site on this machine until it is interrupted.",
      "--init DIR prepares a folder with a manifest, packages and a share for it, --dir DIR runs the site of that folder.",
      "The sites 'wsus', 'wsus-large' and 'sup' have update servers. What it simulates is in docs/lab.md."
    })
public final class LabCommand implements Callable<Integer> {
  private static final int FIRST_PORT = 1024;
  private static final int LAST_PORT = 65_534;

  @Spec CommandSpec spec;

  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;
  private final SecureRandom random;

  @Option(
      names = "--init",
      paramLabel = "DIR",
      description = "Prepare a new or empty folder for a simulated site, and end.")
  private @Nullable Path init;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8480",
      description =
          "With --init: port of the site on 127.0.0.1; its WSUS server has the next one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of the simulated site. Commands that control it use GARRISON_LAB or the current folder if it is not named.")
  private @Nullable Path dir;

  @Option(
      names = "--speed",
      paramLabel = "60x",
      defaultValue = "1x",
      converter = SpeedConverter.class,
      description =
          "How fast time passes on the site, up to 600x (default: ${DEFAULT-VALUE}). With 0x it passes only by 'garrison lab advance'.")
  private int speed;

  @Option(
      names = "--fault",
      paramLabel = "KIND[=SERVER,...]",
      converter = LabFault.Converter.class,
      description = "Start with this fault; can be repeated. 'garrison lab fault' shows the kinds.")
  private List<LabFault> faults = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "2107-rollup",
      description = "Without --dir: which site (default: ${DEFAULT-VALUE}).")
  private String site;

  @Option(
      names = "--share",
      paramLabel = "UNC=DIR",
      description =
          "Without --dir: a folder that the site server reads as this UNC path, such as '\\\\fs.lab.example\\mde=/srv/mde'.")
  private Map<String, Path> shares = new LinkedHashMap<>();

  @Option(
      names = "--port-file",
      paramLabel = "FILE",
      description = "Write the site's address to a file once it answers.")
  private @Nullable Path portFile;

  /**
   * @param clock the clock of this computer, which the site's time follows
   * @param random source of the token that controls a running site
   */
  public LabCommand(
      Console console, Clock clock, Map<String, String> environment, SecureRandom random) {
    this.console = console;
    this.clock = clock;
    this.environment = environment;
    this.random = random;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (init != null) {
      init(init);
      return ExitCode.OK;
    }
    if (spec.commandLine().getParseResult().hasMatchedOption("--port")) {
      throw mistake("--port belongs to --init: the manifest of the folder names the port.");
    }
    RunningLab running = new RunningLab(console, clock, speed, faults, portFile);
    if (dir != null) {
      running.run(new LabFolder(dir), random);
    } else {
      if (!Lab.siteNames().contains(site)) {
        throw mistake(
            "There is no site '%s'. There are: %s."
                .formatted(site, String.join(", ", Lab.siteNames())));
      }
      running.run(site, shares);
    }
    return ExitCode.OK;
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void init(Path folder) {
    if (port < FIRST_PORT || port > LAST_PORT) {
      throw mistake("--port is a number from %d to %d.".formatted(FIRST_PORT, LAST_PORT));
    }
    new LabFolder(folder).init(port);
    console
        .out()
        .printf(
            """
            The folder %s is ready: manifest, packages and share for a simulated site on port %d.
            Next: garrison lab --dir %s
            %s describes the steps after that.
            """,
            folder, port, folder, folder.resolve("WALKTHROUGH.md"));
  }

  @Command(
      name = "status",
      description = "Show version, time, addresses and faults of the running simulated site.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:it is running", "1:an error"})
  int status(@Mixin AnswerOptions answer) {
    LabStatus status = running().status();
    if (answer.json()) {
      console.out().println(new Json().canonical(status));
    } else {
      LabScreen.lines(status).forEach(console.out()::println);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "advance",
      description = {
        "Let time pass on the running simulated site, such as 3d or 2h. Set GARRISON_LAB to the folder of the site,",
        "so that the clock of the other commands agrees with that of the site."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:done", "1:an error"})
  int advance(
      @Parameters(paramLabel = "TIME", description = "How long; at most 90 days.") Duration time) {
    LabStatus status = running().send("POST", "/advance", time.toString());
    console.out().println("The time on the simulated site is " + LabScreen.time(status) + ".");
    return ExitCode.OK;
  }

  @Command(
      name = "upgrade",
      description = "Upgrade the running simulated site and its clients to a later release.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:done", "1:an error"})
  int upgrade(
      @Parameters(paramLabel = "RELEASE", description = "The release, such as 2207.")
          String release) {
    LabStatus status = running().send("POST", "/upgrade", release);
    console.out().println("The version of the simulated site is " + status.version() + ".");
    return ExitCode.OK;
  }

  @Command(
      name = "fault",
      description = {
        "Cause a fault on the running simulated site, or end all faults.",
        "Without arguments: show the kinds, and the active faults."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:done", "1:an error"})
  int fault(
      @Option(names = "--clear", description = "End all faults, and repair their servers.")
          boolean clear,
      @Parameters(
              index = "0",
              arity = "0..1",
              paramLabel = "KIND",
              converter = LabFaultKind.Converter.class,
              completionCandidates = LabFaultKind.Converter.class,
              description = "One of ${COMPLETION-CANDIDATES}.")
          @Nullable LabFaultKind kind,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "SERVER",
              description = "Servers that the fault affects, for kinds that need them.")
          @Nullable List<String> servers) {
    if (clear && kind != null) {
      throw new ParameterException(
          spec.subcommands().get("fault"), "Use --clear without a kind: it ends all faults.");
    }
    LabStatus status;
    if (clear) {
      status = running().send("DELETE", "/fault", "");
    } else if (kind == null) {
      status = running().status();
      for (LabFaultKind each : LabFaultKind.values()) {
        console
            .out()
            .printf(
                "  %-26s %s%n",
                each.word() + (each.ofServers() ? " SERVER..." : ""), each.effect());
      }
    } else {
      LabFault fault = new LabFault(kind, servers == null ? List.of() : servers);
      status = running().send("POST", "/fault", fault.text());
    }
    LabScreen.faults(status).forEach(console.out()::println);
    return ExitCode.OK;
  }

  private LabClient running() {
    return new LabClient(
        dir == null ? Path.of(environment.getOrDefault(LabTime.VARIABLE, ".")) : dir);
  }
}
