package dev.garrison.cli.servertest;

import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.language.Text;
import dev.garrison.runscript.ScriptRunner.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of a test: servers, limits and confirmation. */
final class TestOptions {
  private static final int MOST = 25;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ManifestOptions manifest;

  @Option(names = "--server", required = true, paramLabel = "NAME", arity = "1..*")
  private List<String> servers = new ArrayList<>();

  @Option(names = "--max-devices", paramLabel = "N", defaultValue = "5")
  private int most = 5;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Option(names = "--timeout", paramLabel = "DURATION", defaultValue = "5m")
  private Duration timeout = Duration.ofMinutes(5);

  @Option(names = "--change", paramLabel = "ID")
  private @Nullable String change;

  @Option(names = "--show-script")
  private boolean showScript;

  @Mixin private RowOptions answer;

  /** Request that the options describe. */
  Request request() {
    if (most < 1 || most > MOST) {
      throw new UsageMistake(
          spec.commandLine(), Text.of("usage.max-devices", "most", MOST, "value", most));
    }
    return new Request(servers, most, Optional.ofNullable(change));
  }

  ManifestOptions manifest() {
    return manifest;
  }

  boolean yes() {
    return yes;
  }

  Duration timeout() {
    return timeout;
  }

  boolean showScript() {
    return showScript;
  }

  RowOptions answer() {
    return answer;
  }
}
