package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;

/** Hears what becomes of messages. Called by several threads; quick, and never fails. */
@FunctionalInterface
public interface NoticeListener {
  /** Something that somebody has to know. */
  void told(Diagnostic diagnostic);
}
