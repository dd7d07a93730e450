package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.demo.DemoService;
import dev.garrison.job.JobRun;
import dev.garrison.schedule.JobListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code garrison demo --serve}: runs the service on a simulated site until it is interrupted. */
final class ServedDemo {
  private final Console console;
  private final DemoService.Parts parts;

  ServedDemo(Console console, DemoService.Parts parts) {
    this.console = console;
    this.parts = parts;
  }

  int run(Optional<String> site, boolean preferSamba, Optional<Path> portFile)
      throws InterruptedException {
    try (DemoService running =
        DemoService.start(parts, site, preferSamba, new Told(console), this::fault)) {
      show(running, site);
      portFile.ifPresent(
          file -> new ServedAddress(running.url().toString(), running.token().text()).write(file));
      new CountDownLatch(1).await();
    }
    return ExitCode.OK;
  }

  private void show(DemoService running, Optional<String> site) {
    console
        .out()
        .printf(
            """
            %s
            Everything runs on this machine and makes no external connections.
            %s

            Pages: %s/
            API:   %s/api/v1
            Token (role approver, valid for one day):
              %s

            Stop it with Ctrl-C.
            """,
            site.map("Demonstration: simulated site '%s'. All data is generated."::formatted)
                .orElse(
                    "Demonstration: 400 simulated servers, 5 rings, and 2 WSUS servers. All data is generated, including 90 days of history."),
            running.shareDescription(),
            running.url(),
            running.url(),
            running.token().text());
    console.out().flush();
  }

  private void fault(String line) {
    console.err().println(ScreenText.text(line));
  }

  /** Prints the results of jobs on the console. */
  private record Told(Console console) implements JobListener {
    @Override
    public void ended(JobRun run) {
      synchronized (console) {
        console
            .out()
            .println(
                ScreenText.text(
                    "  run %d, %s: %s, %s"
                        .formatted(run.id(), run.job().word(), run.outcomeWord(), run.summary())));
        console.out().flush();
      }
    }
  }
}
