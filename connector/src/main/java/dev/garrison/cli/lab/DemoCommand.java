package dev.garrison.cli.lab;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.demo.Demo;
import dev.garrison.demo.DemoResult;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code garrison demo}: the whole way against a stand-in site. */
@Command(
    name = "demo",
    description = {
      "See Garrison bring Defender for Endpoint to the servers of a stand-in site on this machine.",
      "--site 2107 shows a refusal, --site 2207 the choice of route."
    })
public final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Demo demo;

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "2107-rollup",
      description = "Which site; ${DEFAULT-VALUE} unless named.")
  private String site;

  @Option(
      names = "--folder",
      description = "Use a folder as content share even where Samba is installed.")
  private boolean folder;

  @Option(names = "--json", description = "Print the result as JSON in the last line.")
  private boolean asJson;

  public DemoCommand(Console console, Demo demo) {
    this.console = console;
    this.demo = demo;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Lab.siteNames().contains(site)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no site '%s'. There are: %s."
              .formatted(site, String.join(", ", Lab.siteNames())));
    }
    DemoResult result = demo.run(site, !folder, new DemoScreen(console));
    if (asJson) {
      console.out().println(new Json().canonical(result));
    }
    return result.applied() && result.converged() ? ExitCode.OK : ExitCode.ERROR;
  }
}
