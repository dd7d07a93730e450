package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.resilience.GuardedServer.Occasion;
import dev.garrison.connection.resilience.NotAskedException.Reason;
import dev.garrison.lab.LabClock;
import dev.garrison.language.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class GuardedServerTest {
  private final LabClock clock = new LabClock(Instant.parse("2026-11-24T21:00:00Z"));
  private final CircuitBreakers breakers = new CircuitBreakers();
  private final GuardedServer server = server(2, Duration.ofMinutes(1));

  private static final class Down extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Down(String why) {
      super(why);
    }
  }

  private GuardedServer server(int mostAtOnce, Duration longestWait) {
    return new GuardedServer(
        "cm01.contoso.example",
        new ServerLimits(mostAtOnce, longestWait, 3, Duration.ofSeconds(30)),
        new Tempo(clock, _ -> {}, () -> 0.5, breakers),
        failure ->
            switch (failure) {
              case Down down -> new Health.Fails(Text.of(down));
              case IllegalArgumentException _ -> new Health.Answers();
              default -> new Health.Unknown();
            });
  }

  private String ask() {
    return server.ask(Occasion.FIRST, () -> "answer");
  }

  private void fails(RuntimeException failure, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() ->
              server.ask(
                  Occasion.FIRST,
                  () -> {
                    throw failure;
                  }))
          .isSameAs(failure);
    }
  }

  @Test
  void failuresInARowSetTheServerAside() {
    fails(new Down("HTTP 503: Busy"), 1);
    clock.advance(Duration.ofSeconds(10));
    fails(new Down("the connection was refused"), 2);
    NotAskedException refused = catchThrowableOfType(NotAskedException.class, this::ask);
    assertThat(refused.reason()).isEqualTo(Reason.SET_ASIDE);
    assertThat(refused)
        .hasMessage(
            "since 2026-11-24T21:00:10Z, after 3 failures in a row, the last one: the connection was refused; Garrison asks again after 2026-11-24T21:00:40Z");
    assertThat(server.counts()).isEqualTo(new ServerCounts("cm01.contoso.example", 3, 0, 0, 0, 1));
  }

  private String breaker() {
    return breakers.all().stream()
        .map(each -> each.server() + " " + each.state().word() + " " + each.setAside())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Test
  void itsBreakerIsClosedUntilFailuresOpenItAndAgainAfterAnAnswer() {
    assertThat(breaker()).isEqualTo("cm01.contoso.example closed 0");
    fails(new Down("x"), 3);
    assertThat(breaker()).isEqualTo("cm01.contoso.example open 1");
    clock.advance(Duration.ofSeconds(31));
    assertThat(server.ask(Occasion.FIRST, this::breaker))
        .isEqualTo("cm01.contoso.example half-open 1");
    assertThat(breaker()).isEqualTo("cm01.contoso.example closed 1");
    assertThat(breakers.setAside("cm01.contoso.example")).isEqualTo(1);
    assertThat(breakers.setAside("another")).isZero();
  }

  @Test
  void aServerThatWasSetAsideStaysSoForTheNextConnectionUntilItAnswers() {
    fails(new Down("x"), 3);
    GuardedServer next = server(2, Duration.ofMinutes(1));
    assertThat(breaker()).isEqualTo("cm01.contoso.example open 1");
    IllegalArgumentException refusal = new IllegalArgumentException("HTTP 404");
    assertThatThrownBy(() ->
            next.ask(
                Occasion.FIRST,
                () -> {
                  throw refusal;
                }))
        .isSameAs(refusal);
    assertThat(breaker()).isEqualTo("cm01.contoso.example closed 1");
  }

  @Test
  void breakersAreNotKeptForEverSoManyServers() {
    for (int index = 0; index < CircuitBreakers.MOST + 50; index++) {
      breakers.know("server" + index);
    }
    assertThat(breakers.all()).hasSize(CircuitBreakers.MOST);
  }

  @Test
  void oneAnswerBetweenFailuresKeepsItInUse() {
    fails(new Down("x"), 2);
    ask();
    fails(new Down("x"), 2);
    assertThat(ask()).isEqualTo("answer");
  }

  @Test
  void aRefusalIsAnAnswer() {
    fails(new Down("x"), 2);
    fails(new IllegalArgumentException("404"), 1);
    fails(new Down("x"), 2);
    assertThat(ask()).isEqualTo("answer");
  }

  @Test
  void failuresOfOurOwnSayNothingOfTheServer() {
    fails(new IllegalStateException("ours"), 9);
    assertThat(ask()).isEqualTo("answer");
    fails(new Down("x"), 2);
    fails(new IllegalStateException("ours"), 1);
    fails(new Down("x"), 1);
    assertThatThrownBy(this::ask).isInstanceOf(NotAskedException.class);
  }

  @Test
  void afterTheRestAnAnswerBringsItBack() {
    fails(new Down("x"), 3);
    clock.advance(Duration.ofSeconds(30));
    assertThatThrownBy(this::ask).isInstanceOf(NotAskedException.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(ask()).isEqualTo("answer");
    fails(new Down("x"), 2);
    assertThat(ask()).isEqualTo("answer");
  }

  @Test
  void afterTheRestOneFailureIsEnoughAndTheBeginningIsKept() {
    fails(new Down("first"), 3);
    clock.advance(Duration.ofSeconds(31));
    fails(new Down("second"), 1);
    assertThatThrownBy(this::ask)
        .hasMessage(
            "since 2026-11-24T21:00:00Z, after 3 failures in a row, the last one: second; Garrison asks again after 2026-11-24T21:01:01Z");
    assertThat(server.counts().setAside()).isEqualTo(2);
  }

  @Test
  void afterTheRestOneRequestAtATimeFindsOut() {
    fails(new Down("x"), 3);
    clock.advance(Duration.ofSeconds(31));
    String answer =
        server.ask(
            Occasion.FIRST,
            () -> {
              assertThatThrownBy(this::ask)
                  .hasMessage(
                      "since 2026-11-24T21:00:00Z, after 3 failures in a row, the last one: x; another request is finding out whether the server works again");
              return "works";
            });
    assertThat(answer).isEqualTo("works");
    assertThat(ask()).isEqualTo("answer");
  }

  @Test
  void afterTheRestAFailureOfOurOwnLeavesThePlaceToAnother() {
    fails(new Down("x"), 3);
    clock.advance(Duration.ofSeconds(31));
    fails(new IllegalStateException("ours"), 1);
    assertThat(ask()).isEqualTo("answer");
  }

  @Test
  void eachOccasionIsCounted() {
    server.ask(Occasion.FIRST, () -> "");
    server.ask(Occasion.AGAIN, () -> "");
    server.ask(Occasion.AGAIN, () -> "");
    server.ask(Occasion.INSTEAD, () -> "");
    assertThat(server.counts()).isEqualTo(new ServerCounts("cm01.contoso.example", 4, 2, 1, 0, 0));
  }

  @Test
  void onlySoManyRunAtOnceAndTheOthersWait() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(1);
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(
            askers.submit(() ->
                server.ask(
                    Occasion.FIRST,
                    () -> {
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      await(open);
                      now.decrementAndGet();
                      return "answer";
                    })));
      }
      while (server.counts().waits() < 1) {
        Thread.onSpinWait();
      }
      open.countDown();
      for (Future<String> one : all) {
        assertThat(one.get()).isEqualTo("answer");
      }
    }
    assertThat(most.get()).isEqualTo(2);
    assertThat(server.counts().requests()).isEqualTo(20);
  }

  @Test
  void whoGetsNoPlaceInTimeIsNotSent() {
    GuardedServer narrow = server(1, Duration.ZERO);
    narrow.ask(
        Occasion.FIRST,
        () -> {
          NotAskedException refused =
              catchThrowableOfType(
                  NotAskedException.class, () -> narrow.ask(Occasion.FIRST, () -> "second"));
          assertThat(refused.reason()).isEqualTo(Reason.NO_FREE_PLACE);
          assertThat(refused).hasMessage("1 request was under way for 0 seconds");
          return "first";
        });
    assertThat(narrow.counts()).isEqualTo(new ServerCounts("cm01.contoso.example", 1, 0, 0, 1, 0));
    assertThat(narrow.ask(Occasion.FIRST, () -> "third")).isEqualTo("third");
  }

  @Test
  void anInterruptedThreadGetsNoPlaceAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::ask)
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted before a request was sent");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ask()).isEqualTo("answer");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
