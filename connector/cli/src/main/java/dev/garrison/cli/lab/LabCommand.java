package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.files.AtomicMove;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.wsus.UpdateServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code garrison lab}: runs a simulated site in the foreground. */
@Command(
    name = "lab",
    description = {
      "Run a stand-in for a Configuration Manager site on this machine until it is interrupted;",
      "the sites 'wsus', 'wsus-large' and 'sup' have update servers beside it.",
      "Try plans, mistakes and faults against it before you touch a real site. What it knows is in docs/lab.md."
    })
public final class LabCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Clock clock;

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "2107-rollup",
      description = "Which site; ${DEFAULT-VALUE} unless named.")
  private String site;

  @Option(
      names = "--share",
      paramLabel = "UNC=DIR",
      description =
          "A folder that the site server reads as this UNC path, such as '\\\\fs.lab.example\\mde=/srv/mde'.")
  private Map<String, Path> shares = new LinkedHashMap<>();

  @Option(
      names = "--port-file",
      paramLabel = "FILE",
      description = "Write the site's address to a file once it answers.")
  private @Nullable Path portFile;

  /**
   * @param clock the clock of this computer, which the site's time follows
   */
  public LabCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Lab.siteNames().contains(site)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no site '%s'. There are: %s."
              .formatted(site, String.join(", ", Lab.siteNames())));
    }
    try (Lab lab = Lab.start(site, new LabOptions(clock.instant(), shares, Optional.empty()))) {
      console.out().printf("Site %s answers at %s%n", site, lab.adminService());
      if (lab.hasUpdateServers()) {
        for (UpdateServer server : lab.updateServers().all()) {
          console.out().printf("Update server %s answers at %s%n", server.name(), server.url());
        }
      }
      console.out().println("Its time runs with yours. Stop it with Ctrl-C.");
      console.out().flush();
      writePortFile(lab);
      Thread pace = Thread.ofVirtual().start(new Pace(lab, clock));
      try {
        new CountDownLatch(1).await();
      } finally {
        pace.interrupt();
      }
    }
    return ExitCode.OK;
  }

  private void writePortFile(Lab lab) {
    if (portFile == null) {
      return;
    }
    Path part = portFile.resolveSibling(portFile.getFileName() + ".part");
    try {
      Files.writeString(part, lab.adminService() + "\n");
      AtomicMove.replace(part, portFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
