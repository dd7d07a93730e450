package dev.garrison.session;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.state.JournalFolder;

/** Checks the journals of a session's site. */
public final class JournalCheck {
  private JournalCheck() {}

  /** Whether the journals can be read and nothing in them was changed or removed. */
  public static boolean isIntact(Session session) {
    try {
      return new JournalFolder(session.json(), session.state(), session.source().siteCode())
          .verify()
          .problems()
          .isEmpty();
    } catch (RefusalException _) {
      return false; // 'journal verify' shows why
    }
  }
}
