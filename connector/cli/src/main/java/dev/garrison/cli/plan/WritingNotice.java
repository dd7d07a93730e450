package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Language;
import dev.garrison.language.Message;

/** Shows a notice if the program is ended while it writes, such as by Ctrl-C. */
public final class WritingNotice implements AutoCloseable {
  private final Thread notice;

  WritingNotice(Console console) {
    this(console, Message.of("writing-notice.apply"));
  }

  WritingNotice(Console console, Message message) {
    this(console, Diagnostic.error(ApplyCode.ENDED_WHILE_WRITING, message));
  }

  /** Creates a notice with another text, if running the command again is the wrong advice. */
  public WritingNotice(Console console, Diagnostic words) {
    Language language = Language.inUse();
    notice = Thread.ofPlatform().unstarted(() -> tell(console, words, language));
    Runtime.getRuntime().addShutdownHook(notice);
  }

  private static void tell(Console console, Diagnostic words, Language language) {
    console.out().flush();
    console.err().println(language.during(() -> DiagnosticView.render(words)));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(notice);
    } catch (IllegalStateException ending) {
      // The program is being ended, and the notice is on its way.
    }
  }
}
