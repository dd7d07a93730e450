package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.language.Text;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison lab}: runs a simulated site, and controls one that is running. */
@Command(name = "lab")
public final class LabCommand implements Callable<Integer> {
  private static final int FIRST_PORT = 1024;
  private static final int LAST_PORT = 65_534;

  @Spec CommandSpec spec;

  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;
  private final SecureRandom random;

  @Option(names = "--init", paramLabel = "DIR")
  private @Nullable Path init;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8480")
  private int port;

  @Option(names = "--dir", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path dir;

  @Option(
      names = "--speed",
      paramLabel = "60x",
      defaultValue = "1x",
      converter = SpeedConverter.class)
  private int speed;

  @Option(
      names = "--fault",
      paramLabel = "KIND[=SERVER,...]",
      converter = LabFault.Converter.class,
      completionCandidates = LabFault.Converter.class)
  private List<LabFault> faults = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "2107-rollup",
      completionCandidates = LabSites.class)
  private String site;

  @Option(names = "--share", paramLabel = "UNC=DIR")
  private Map<String, Path> shares = new LinkedHashMap<>();

  @Option(names = "--port-file", paramLabel = "FILE")
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
      throw mistake(Text.of("usage.port"));
    }
    RunningLab running = new RunningLab(console, clock, speed, faults, portFile);
    if (dir != null) {
      running.run(new LabFolder(dir), random);
    } else {
      if (!Lab.siteNames().contains(site)) {
        throw mistake(Text.of("usage.site", "site", site, "known", List.copyOf(Lab.siteNames())));
      }
      running.run(site, shares);
    }
    return ExitCode.OK;
  }

  private UsageMistake mistake(Text problem) {
    return new UsageMistake(spec.commandLine(), problem);
  }

  private void init(Path folder) {
    if (port < FIRST_PORT || port > LAST_PORT) {
      throw mistake(
          Text.of(
              "usage.port-range",
              "first",
              String.valueOf(FIRST_PORT),
              "last",
              String.valueOf(LAST_PORT)));
    }
    new LabFolder(folder).init(port);
    List.of(
            Text.of("lab.ready", "folder", folder, "port", String.valueOf(port)),
            Text.of("lab.next", "folder", folder),
            Text.of("lab.walkthrough", "file", folder.resolve("WALKTHROUGH.md")))
        .forEach(line -> console.out().println(line.shown()));
  }

  @Command(name = "status")
  int status(@Mixin AnswerOptions answer) {
    LabStatus status = running().status();
    if (answer.json()) {
      console.out().println(new Json().canonical(status));
    } else {
      LabScreen.lines(status, console.time()).forEach(console.out()::println);
    }
    return ExitCode.OK;
  }

  @Command(name = "advance")
  int advance(@Parameters(paramLabel = "TIME") Duration time) {
    LabStatus status = running().send("POST", "/advance", time.toString());
    console
        .out()
        .println(Text.of("lab.time-is", "time", console.time().minute(status.time())).shown());
    return ExitCode.OK;
  }

  @Command(name = "upgrade")
  int upgrade(
      @Parameters(paramLabel = "RELEASE", completionCandidates = LabReleases.class)
          String release) {
    LabStatus status = running().send("POST", "/upgrade", release);
    console.out().println(Text.of("lab.version-is", "version", status.version()).shown());
    return ExitCode.OK;
  }

  @Command(name = "fault")
  int fault(
      @Option(names = "--clear") boolean clear,
      @Option(names = "--end") boolean end,
      @Parameters(
              index = "0",
              arity = "0..1",
              paramLabel = "KIND",
              converter = LabFaultKind.Converter.class,
              completionCandidates = LabFaultKind.Converter.class)
          @Nullable LabFaultKind kind,
      @Parameters(index = "1..*", arity = "0..*", paramLabel = "SERVER")
          @Nullable List<String> servers) {
    if (clear && (kind != null || end)) {
      throw UsageMistake.of(spec, "fault", Text.of("usage.clear"));
    }
    if (end && kind == null) {
      throw UsageMistake.of(spec, "fault", Text.of("usage.end"));
    }
    String fault =
        kind == null ? "" : new LabFault(kind, servers == null ? List.of() : servers).text();
    LabStatus status;
    if (clear || end) {
      status = running().send("DELETE", "/fault", fault);
    } else if (kind == null) {
      status = running().status();
      LabScreen.kinds().forEach(console.out()::println);
    } else {
      status = running().send("POST", "/fault", fault);
    }
    LabScreen.faults(status).forEach(console.out()::println);
    return ExitCode.OK;
  }

  private LabClient running() {
    return new LabClient(
        dir == null ? Path.of(environment.getOrDefault(LabTime.VARIABLE, ".")) : dir);
  }
}
