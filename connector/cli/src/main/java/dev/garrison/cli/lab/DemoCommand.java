package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.demo.Demo;
import dev.garrison.demo.DemoResult;
import dev.garrison.demo.DemoService;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.language.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison demo}: demonstrates a complete rollout on a simulated site. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
  private static final String USUAL_SITE = "2107-rollup";

  @Spec CommandSpec spec;

  private final Console console;
  private final Demo demo;
  private final DemoService.Parts parts;

  @Option(names = "--serve")
  private boolean serve;

  @Option(names = "--port-file", paramLabel = "FILE")
  private @Nullable Path portFile;

  /** For the cache of classes: what a start of the service loads, without waiting for anybody. */
  @Option(names = "--until-ready", hidden = true)
  private boolean untilReady;

  @Option(names = "--site", paramLabel = "NAME", completionCandidates = LabSites.class)
  private @Nullable String site;

  @Option(names = "--folder")
  private boolean folder;

  @Mixin private AnswerOptions answer;

  /**
   * @param parts the parts for {@code --serve}
   */
  public DemoCommand(Console console, Demo demo, DemoService.Parts parts) {
    this.console = console;
    this.demo = demo;
    this.parts = parts;
  }

  @Override
  public Integer call() throws Exception {
    if (site != null && !Lab.siteNames().contains(site)) {
      throw new UsageMistake(
          spec.commandLine(),
          Text.of("usage.site", "site", site, "known", List.copyOf(Lab.siteNames())));
    }
    if (portFile != null && !serve) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.port-file"));
    }
    return UntilInterrupted.run(serve ? this::serve : this::show);
  }

  private int serve() throws InterruptedException {
    return new ServedDemo(console, parts)
        .run(Optional.ofNullable(site), !folder, Optional.ofNullable(portFile), !untilReady);
  }

  private int show() throws InterruptedException {
    DemoResult result =
        demo.run(site == null ? USUAL_SITE : site, !folder, new DemoScreen(console));
    if (answer.json()) {
      console.out().println(new Json().canonical(DemoAnswer.of(result)));
    }
    return result.applied() && result.converged() ? ExitCode.OK : ExitCode.ERROR;
  }
}
