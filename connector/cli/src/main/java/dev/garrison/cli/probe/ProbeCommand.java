package dev.garrison.cli.probe;

import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.probe.Probe;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.share.access.LeastRights;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison probe}: checks that everything that a plan needs is available. */
@Command(name = "probe")
public final class ProbeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final Console console;
  private final ProbeAccess.Opening opening;
  private final Function<Optional<String>, ProbeResult> windows;
  private final Clock clock;
  private final String version;

  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml")
  private Path manifest;

  @Mixin private RowOptions answer;

  @Option(names = "--report", paramLabel = "FILE.json")
  private @Nullable Path report;

  @Option(names = "--publisher", paramLabel = "SID")
  private @Nullable String publisher;

  @Option(names = "--reader", paramLabel = "SID")
  private List<String> readers = List.of();

  @Option(names = "--windows-selftest")
  private boolean selfTest;

  @Option(names = "--host", paramLabel = "NAME")
  private @Nullable String host;

  /**
   * @param windows checks of this computer with Windows, with a host for a ticket
   * @param clock the clock, with the time zone in which times are shown
   * @param version the version of Garrison
   */
  public ProbeCommand(
      Console console,
      ProbeAccess.Opening opening,
      Function<Optional<String>, ProbeResult> windows,
      Clock clock,
      String version) {
    this.console = console;
    this.opening = opening;
    this.windows = windows;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Integer call() {
    if (host != null && !selfTest) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.host"));
    }
    LeastRights rights = rights();
    return new ProbeOutput(console, clock, version)
        .of(
            () -> {
              if (selfTest) {
                return windows.apply(Optional.ofNullable(host));
              }
              try (ProbeAccess access = opening.open(manifest)) {
                return new Probe(access, rights, clock).run();
              }
            },
            answer,
            Optional.ofNullable(report));
  }

  private LeastRights rights() {
    Set<Sid> reading =
        readers.stream().map(text -> sid("--reader", text)).collect(Collectors.toSet());
    return new LeastRights(
        Optional.ofNullable(publisher).map(text -> sid("--publisher", text)), reading);
  }

  private Sid sid(String option, String text) {
    if (!Sid.isOne(text)) {
      throw new UsageMistake(
          spec.commandLine(), Text.of("usage.sid", "option", option, "value", text));
    }
    return new Sid(text);
  }
}
