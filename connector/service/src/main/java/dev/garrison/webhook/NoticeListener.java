package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;

/**
 * Receives problems of sending messages. It is called by several threads, must be quick, and must
 * never fail.
 */
@FunctionalInterface
public interface NoticeListener {
  /** Called with a problem that an operator must know. */
  void told(Diagnostic diagnostic);
}
