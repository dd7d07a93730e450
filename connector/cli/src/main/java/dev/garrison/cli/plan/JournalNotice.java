package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.language.Text;
import dev.garrison.session.JournalCheck;
import dev.garrison.session.Session;

/** Shows before a run that the journal of earlier runs is not intact. */
final class JournalNotice {
  private JournalNotice() {}

  /** Prints one line on standard error, or nothing. */
  static void show(Console console, Session session) {
    if (!JournalCheck.isIntact(session)) {
      console.err().println(Text.of("apply.journal-broken").shown());
    }
  }
}
