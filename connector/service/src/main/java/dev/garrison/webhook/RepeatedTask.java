package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.notice.NoticeCode;

/**
 * Runs a notification task at each of its turns. A fault is reported once as long as it stays the
 * same, and the next turn tries again. An error ends the task for good; this is reported and
 * remembered, because the executor that repeats the task would end it silently.
 */
final class RepeatedTask implements Runnable {
  private final String ended;
  private final Runnable task;
  private final NoticeListener listener;
  private volatile String last = "";
  private volatile boolean dead;

  /**
   * @param ended consequence of its end, as a clause
   */
  RepeatedTask(String ended, Runnable task, NoticeListener listener) {
    this.ended = ended;
    this.task = task;
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      attempt();
    } catch (RuntimeException | Error death) {
      dead = true;
      died(death);
      throw death;
    }
  }

  private void attempt() {
    try {
      task.run();
      last = "";
    } catch (RuntimeException fault) {
      String words = fault.toString();
      boolean known = last.equals(words);
      last = words;
      if (!known) {
        listener.told(
            Diagnostic.error(
                NoticeCode.NOTICE_FAULT,
                "Messages cannot be sent now: %s.".formatted(firstLine(words)),
                "Nothing is lost: they are tried again. Report this where it stays."));
      }
    }
  }

  private void died(Throwable death) {
    try {
      listener.told(
          Diagnostic.error(
              NoticeCode.COURIER_DIED,
              "%s: %s.".formatted(ended, firstLine(death.toString())),
              "Nothing is lost. Start the service again: they are sent then. Report this."));
    } catch (RuntimeException | Error untold) {
      if (!untold.equals(death)) {
        death.addSuppressed(untold);
      }
    }
  }

  private static String firstLine(String words) {
    return words.lines().findFirst().orElse("");
  }

  /** Whether an error has ended the task. */
  boolean isDead() {
    return dead;
  }
}
