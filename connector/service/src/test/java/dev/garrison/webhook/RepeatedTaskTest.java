package dev.garrison.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.notice.NoticeCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends a task that tells, and what is said of it. */
final class RepeatedTaskTest {
  private final List<Diagnostic> told = new ArrayList<>();

  private RepeatedTask task(Runnable work) {
    return RepeatedTask.ofIntake(work, told::add);
  }

  @Test
  void aFaultIsToldOnceAndTheTaskLives() {
    RepeatedTask task =
        task(() -> {
          throw new IllegalStateException("no room\nat all");
        });
    task.run();
    task.run();
    assertThat(told)
        .containsExactly(
            Diagnostic.error(
                NoticeCode.NOTICE_FAULT,
                Message.of("webhook.fault", "reason", "java.lang.IllegalStateException: no room")));
    assertThat(task.isDead()).isFalse();
  }

  @Test
  void anErrorIsToldAndEndsIt() {
    RepeatedTask task =
        task(() -> {
          throw new StackOverflowError();
        });
    assertThatThrownBy(task::run).isInstanceOf(StackOverflowError.class);
    assertThat(told)
        .containsExactly(
            Diagnostic.error(
                NoticeCode.COURIER_DIED,
                Message.of("webhook.intake-ended", "reason", "java.lang.StackOverflowError")));
    assertThat(task.isDead()).isTrue();
  }

  @Test
  void anErrorThatCannotBeToldIsRemembered() {
    RepeatedTask task =
        RepeatedTask.ofIntake(
            () -> {
              throw new StackOverflowError();
            },
            _ -> {
              throw new IllegalStateException("the log is full");
            });
    assertThatThrownBy(task::run)
        .isInstanceOf(StackOverflowError.class)
        .hasSuppressedException(new IllegalStateException("the log is full"));
    assertThat(task.isDead()).isTrue();
  }
}
