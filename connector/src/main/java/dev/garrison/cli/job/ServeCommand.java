package dev.garrison.cli.job;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import dev.garrison.job.service.JobDesks;
import dev.garrison.job.service.JobListener;
import dev.garrison.job.service.Service;
import dev.garrison.notice.post.NoticeListener;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison serve}: the jobs at their times, in the foreground. */
@Command(
    name = "serve",
    description = {
      "Run the jobs of the manifest at their times, in the foreground, until it is stopped.",
      "Jobs are plan-only until 'garrison job enable NAME'. A signal to end lets the write in hand be finished."
    })
public final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final JobDesks desks;

  @Mixin private ManifestOptions options;

  public ServeCommand(Console console, JobDesks desks) {
    this.console = console;
    this.desks = desks;
  }

  @Override
  public Integer call() throws InterruptedException {
    JobDesk desk = options.desk(desks);
    Running running = start(desk);
    Runtime.getRuntime().addShutdownHook(new Thread(running::end, "garrison-end"));
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private Running start(JobDesk desk) {
    try {
      requireJobs(desk);
      requireAlone(desk);
      JobView view = new JobView(desk.manifest().jobs().zone().orElse(desk.clock().getZone()));
      Service service = desk.start(new Told(console, view), new Warned(console));
      console
          .out()
          .printf(
              "Garrison serves %s, site %s: %d jobs. Stop it with Ctrl-C.%n",
              desk.manifest().name(),
              desk.manifest().site().code(),
              desk.manifest().jobs().schedules().size());
      console.out().flush();
      return new Running(desk, service);
    } catch (RefusalException refusal) {
      desk.close();
      throw refusal;
    }
  }

  private static void requireJobs(JobDesk desk) {
    if (desk.manifest().jobs().schedules().isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              JobCode.NO_JOBS,
              "The manifest has no jobs.",
              "Add 'jobs' with 'schedules'; docs/manifest.md has an example."));
    }
  }

  private static void requireAlone(JobDesk desk) {
    desk.elsewhere()
        .ifPresent(holder -> {
          throw new RefusalException(
              Diagnostic.error(
                  JobCode.SERVICE_RUNS,
                  "The jobs of this state folder are run already: %s.".formatted(holder),
                  "Stop that process first, or name another state folder with --state."));
        });
  }

  /** What has to be ended. */
  private record Running(JobDesk desk, Service service) {
    void end() {
      service.close();
      desk.close();
    }
  }

  /** Tells on the console what jobs do. */
  private record Told(Console console, JobView view) implements JobListener {
    @Override
    public void ended(JobRun run) {
      synchronized (console) {
        console.out().println(view.ended(run));
        console.out().flush();
      }
    }
  }

  /** Tells what became of messages to webhooks. */
  private record Warned(Console console) implements NoticeListener {
    @Override
    public void told(Diagnostic diagnostic) {
      synchronized (console) {
        console.err().println(DiagnosticView.render(diagnostic));
      }
    }
  }
}
