package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gives way to whom. */
final class ConnectionsTest {
  private static final Limits LIMITS = limits(3, 3);

  private final ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler();
  private final AtomicInteger gone = new AtomicInteger();
  private Connections connections = new Connections(LIMITS, scheduler, gone::incrementAndGet);
  private final List<Connection> opened = new ArrayList<>();

  private static Limits limits(int connections, int perAddress) {
    Duration hour = Duration.ofHours(1);
    return new Limits(1, 1, Duration.ZERO, hour, hour, connections, perAddress, 1, 1);
  }

  @BeforeEach
  void start() throws Exception {
    scheduler.start();
  }

  @AfterEach
  void stop() throws Exception {
    scheduler.stop();
  }

  private static final class Silent extends AbstractConnection {
    Silent() {
      super(new ByteArrayEndPoint(), Runnable::run);
    }

    @Override
    public void onFillable() {
      throw new UnsupportedOperationException();
    }
  }

  private void open(int number) {
    for (int each = 0; each < number; each++) {
      Connection connection = new Silent();
      connection.getEndPoint().onOpen();
      opened.add(connection);
      connections.onOpened(connection);
    }
  }

  private List<Boolean> areOpen() {
    return opened.stream().map(each -> each.getEndPoint().isOpen()).toList();
  }

  private Connections.Caller caller(int number) {
    return connections.find(opened.get(number)).orElseThrow();
  }

  @Test
  void theFirstOfThoseThatAreWaitedForGivesWay() {
    open(5);
    assertThat(areOpen()).containsExactly(false, false, true, true, true);
    assertThat(gone).hasValue(2);
  }

  @Test
  void whoeverHasAskedIsNotTheOne() {
    open(3);
    caller(0).came();
    open(1);
    assertThat(areOpen()).containsExactly(true, false, true, true);
  }

  @Test
  void whoeverWasAnsweredIsTheLastOfThem() {
    open(3);
    caller(0).came();
    caller(0).awaits(Duration.ofHours(1));
    open(2);
    assertThat(areOpen()).containsExactly(true, false, false, true, true);
  }

  @Test
  void whereAllAreAnsweredTheNextHasToGo() {
    open(3);
    for (int each = 0; each < 3; each++) {
      caller(each).came();
    }
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, false);
  }

  private void stream(int number) {
    caller(number).came();
    caller(number).streams();
  }

  @Test
  void streamsAreNotCountedAmongTheConnectionsOfTheirAddress() {
    connections = new Connections(limits(9, 3), scheduler, gone::incrementAndGet);
    open(3);
    for (int each = 0; each < 3; each++) {
      stream(each);
    }
    open(3);
    assertThat(areOpen()).containsOnly(true);
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, false, true, true, true);
  }

  @Test
  void whereAllAreAnsweredTheOldestStreamGivesWay() {
    open(3);
    caller(0).came();
    stream(2);
    stream(1);
    open(1);
    assertThat(areOpen()).containsExactly(true, true, false, true);
    assertThat(gone).hasValue(1);
  }

  @Test
  void aStreamIsNotEndedWhereThatMakesNoRoom() {
    connections = new Connections(limits(9, 3), scheduler, gone::incrementAndGet);
    open(2);
    stream(0);
    stream(1);
    open(3);
    for (int each = 2; each < 5; each++) {
      caller(each).came();
    }
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, true, true, false);
  }

  @Test
  void aStreamThatHasEndedIsAConnectionAgain() {
    connections = new Connections(limits(9, 3), scheduler, gone::incrementAndGet);
    open(3);
    for (int each = 0; each < 3; each++) {
      stream(each);
      caller(each).streamed();
    }
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, false);
  }

  @Test
  void whoeverLeftMakesRoom() {
    open(3);
    connections.onClosed(opened.get(1));
    open(1);
    assertThat(areOpen()).containsOnly(true);
    assertThat(gone).hasValue(0);
  }
}
