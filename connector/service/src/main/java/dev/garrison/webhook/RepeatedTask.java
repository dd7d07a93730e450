package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.notice.NoticeCode;
import java.util.function.Function;

/**
 * Runs a notification task at each of its turns. A fault is reported once as long as it stays the
 * same, and the next turn tries again. An error ends the task for good; this is reported and
 * remembered, because the executor that repeats the task would end it silently.
 */
final class RepeatedTask implements Runnable {
  private final Function<String, Message> ended;
  private final Runnable task;
  private final NoticeListener listener;
  private volatile String last = "";
  private volatile boolean dead;

  /**
   * @param ended message of its end for a reason
   */
  private RepeatedTask(Function<String, Message> ended, Runnable task, NoticeListener listener) {
    this.ended = ended;
    this.task = task;
    this.listener = listener;
  }

  /** Task that takes in what runs found. */
  static RepeatedTask ofIntake(Runnable task, NoticeListener listener) {
    return new RepeatedTask(
        reason -> Message.of("webhook.intake-ended", "reason", reason), task, listener);
  }

  /** Task that sends the messages to a webhook. */
  static RepeatedTask ofSending(String webhook, Runnable task, NoticeListener listener) {
    return new RepeatedTask(
        reason -> Message.of("webhook.sending-ended", "webhook", webhook, "reason", reason),
        task,
        listener);
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
                NoticeCode.NOTICE_FAULT, Message.of("webhook.fault", "reason", firstLine(words))));
      }
    }
  }

  private void died(Throwable death) {
    try {
      Message message = ended.apply(firstLine(death.toString()));
      listener.told(Diagnostic.error(NoticeCode.COURIER_DIED, message));
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
