package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

/** A deadline that passes while a request is being worked on is kept. */
final class IgnoredDeadlineTest {
  private final Tasks tasks = new Tasks();
  private final Connections connections = new Connections(Limits.DEFAULT, tasks, () -> {});
  private final Busy busy = new Busy();

  /** Runs tasks when the test says so. */
  private static final class Tasks extends AbstractLifeCycle implements Scheduler {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit units) {
      waiting.add(task);
      return () -> waiting.remove(task);
    }

    void runNext() {
      waiting.remove().run();
    }
  }

  /** Nobody reads from it at the moment, so that Jetty ignores that its time is over. */
  private static final class Busy extends AbstractConnection {
    private int told;

    private Busy() {
      super(new ByteArrayEndPoint(), Runnable::run);
    }

    @Override
    public void onFillable() {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
      told++;
      return false;
    }
  }

  @Test
  void aDeadlineThatWasIgnoredIsToldAgain() {
    connections.onOpened(busy);
    tasks.runNext();
    tasks.runNext();
    assertThat(busy.told).isEqualTo(2);
  }

  @Test
  void aDeadlineThatWasHeardIsNotToldAgain() {
    connections.onOpened(busy);
    tasks.runNext();
    connections.find(busy).orElseThrow().came();
    assertThat(tasks.waiting).isEmpty();
    assertThat(busy.told).isEqualTo(1);
  }
}
