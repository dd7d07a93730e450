package dev.garrison.cli.service;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.eventlog.EventLogEntries;
import dev.garrison.job.JobRun;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import dev.garrison.log.ServiceEvents;
import dev.garrison.schedule.JobListener;
import dev.garrison.server.ServerListener;
import dev.garrison.webhook.NoticeListener;
import java.util.List;
import java.util.Optional;

/**
 * Reports runs and problems of the service on the console, and all events in the log.
 *
 * @param language of the console; the threads of jobs have none of their own
 */
record ServiceConsole(
    Console console,
    Language language,
    JobView view,
    Optional<ServiceEvents> log,
    EventLogEntries entries)
    implements JobListener, NoticeListener, ServerListener {
  @Override
  public void begun(JobRun run) {
    log.ifPresent(each -> each.begun(run));
  }

  @Override
  public void ended(JobRun run) {
    log.ifPresent(each -> each.ended(run));
    entries.ended(run);
    say(language.<String, RuntimeException>during(() -> view.ended(run)));
  }

  @Override
  public void told(Diagnostic diagnostic) {
    log.ifPresent(each -> each.told(diagnostic));
    language.<Void, RuntimeException>during(() -> {
      warn(console, diagnostic);
      return null;
    });
  }

  @Override
  public void answered(Exchange exchange) {
    log.ifPresent(each -> each.answered(exchange));
  }

  @Override
  public List<String> problems() {
    return log.map(ServiceEvents::problems).orElse(List.of());
  }

  /** Reports a request that ended in a fault. */
  void fault(String line) {
    log.ifPresent(each -> each.fault(line));
    synchronized (console) {
      console.err().println(ScreenText.text(line));
    }
  }

  /** Reports a message of the service itself. */
  void service(Text sentence) {
    log.ifPresent(each -> each.service(sentence.toString()));
    say(sentence.in(language));
  }

  private void say(String text) {
    synchronized (console) {
      console.out().println(text);
      console.out().flush();
    }
  }

  /** Shows a problem on the console, without the log. */
  static void warn(Console console, Diagnostic diagnostic) {
    synchronized (console) {
      console.err().println(DiagnosticView.render(diagnostic));
    }
  }
}
