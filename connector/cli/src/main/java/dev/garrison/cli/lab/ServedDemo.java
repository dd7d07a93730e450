package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.demo.DemoService;
import dev.garrison.job.JobRun;
import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
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

  /**
   * @param waits whether to serve until it is interrupted, not only until it is ready
   */
  int run(Optional<String> site, boolean preferSamba, Optional<Path> portFile, boolean waits)
      throws InterruptedException {
    try (DemoService running =
        DemoService.start(
            parts, site, preferSamba, new Told(console, Language.inUse()), this::fault)) {
      show(running, site);
      portFile.ifPresent(
          file -> new ServedAddress(running.url().toString(), running.token().text()).write(file));
      if (waits) {
        new CountDownLatch(1).await();
      }
    }
    return ExitCode.OK;
  }

  private void show(DemoService running, Optional<String> site) {
    console
        .out()
        .println(
            Text.of(
                    "demo-serve.screen",
                    "title",
                    site.map(name -> Text.of("demo-serve.site", "site", name))
                        .orElseGet(() -> Text.of("demo-serve.company")),
                    "share",
                    running.shareDescription(),
                    "address",
                    running.url(),
                    "token",
                    running.token().text())
                .shown());
    console.out().flush();
  }

  private void fault(String line) {
    console.err().println(ScreenText.text(line));
  }

  /** Prints the results of jobs on the console. */
  private record Told(Console console, Language language) implements JobListener {
    @Override
    public void ended(JobRun run) {
      synchronized (console) {
        console
            .out()
            .println(
                ScreenText.text(
                    language.<String, RuntimeException>during(() ->
                        Text.of(
                                "demo-serve.run",
                                "run",
                                String.valueOf(run.id()),
                                "job",
                                run.job().word(),
                                "outcome",
                                run.outcomeWord(),
                                "summary",
                                RecordedText.shown(run.summary()))
                            .shown())));
        console.out().flush();
      }
    }
  }
}
