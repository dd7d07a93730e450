package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.demo.Demo;
import dev.garrison.demo.DemoResult;
import dev.garrison.demo.DemoService;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code garrison demo}: demonstrates a complete rollout on a simulated site. */
@Command(
    name = "demo",
    description = {
      "See Garrison bring Defender for Endpoint to the servers of a stand-in site on this machine.",
      "With --serve: pages and API of the service, with 400 simulated servers and 90 days of generated history.",
      "--site 2107 shows a refusal, --site 2207 the choice of route.",
      "With --json the result follows in the last line."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final String USUAL_SITE = "2107-rollup";

  @Spec CommandSpec spec;

  private final Console console;
  private final Demo demo;
  private final DemoService.Parts parts;

  @Option(
      names = "--serve",
      description =
          "Run the service with its pages and API against a simulated company, until it is interrupted. All its data is generated.")
  private boolean serve;

  @Option(
      names = "--port-file",
      paramLabel = "FILE",
      description = "With --serve: write address and token to a file that only you can read.")
  private @Nullable Path portFile;

  @Option(
      names = "--site",
      paramLabel = "NAME",
      description =
          "A simulated site (default: 2107-rollup; with --serve, the generated company without this option).")
  private @Nullable String site;

  @Option(
      names = "--folder",
      description = "Use a folder as content share even where Samba is installed.")
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
  public Integer call() throws InterruptedException {
    if (site != null && !Lab.siteNames().contains(site)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no site '%s'. There are: %s."
              .formatted(site, String.join(", ", Lab.siteNames())));
    }
    if (portFile != null && !serve) {
      throw new ParameterException(spec.commandLine(), "--port-file belongs to --serve.");
    }
    if (serve) {
      return new ServedDemo(console, parts)
          .run(Optional.ofNullable(site), !folder, Optional.ofNullable(portFile));
    }
    DemoResult result =
        demo.run(site == null ? USUAL_SITE : site, !folder, new DemoScreen(console));
    if (answer.json()) {
      console.out().println(new Json().canonical(DemoAnswer.of(result)));
    }
    return result.applied() && result.converged() ? ExitCode.OK : ExitCode.ERROR;
  }
}
