package dev.garrison.mecm.adminservice;

import dev.garrison.connection.ClockReading;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.ServerClock;
import dev.garrison.connection.TransportException;
import dev.garrison.connection.resilience.GuardedServer.Occasion;
import dev.garrison.connection.resilience.Health;
import dev.garrison.connection.resilience.NotAskedException;
import dev.garrison.connection.resilience.RetryingCall;
import dev.garrison.connection.resilience.Verdict;
import dev.garrison.connection.resilience.WriteTurns;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests: selects the provider, repeats if useful, and interprets failures. */
final class Exchange {
  /**
   * One request.
   *
   * @param path below the address of the service
   */
  record Question(
      String method, String path, String accept, Optional<String> body, Duration deadline) {}

  /** Connections of one identity, created when first used; no other identity uses them. */
  static final class Line implements AutoCloseable {
    private final Supplier<HttpTransport> maker;
    private final String section;
    private @Nullable HttpTransport transport;

    /**
     * @param section of the manifest that names the identity
     */
    Line(String section, Supplier<HttpTransport> maker) {
      this.section = section;
      this.maker = maker;
    }

    private synchronized HttpTransport transport() {
      if (transport == null) {
        transport = maker.get();
      }
      return transport;
    }

    @Override
    public synchronized void close() {
      if (transport != null) {
        transport.close();
      }
    }
  }

  private final Line reading;
  private final Line writing;
  private final Providers providers;
  private final ErrorAnswer errors;
  private final RetryingCall repetition;
  private final WriteTurns turns = new WriteTurns();

  Exchange(
      Line reading,
      Line writing,
      Providers providers,
      ErrorAnswer errors,
      RetryingCall repetition) {
    this.reading = reading;
    this.writing = writing;
    this.providers = providers;
    this.errors = errors;
    this.repetition = repetition;
  }

  /** Health of a provider after a failed exchange. */
  static Health health(Throwable failure) {
    return switch (failure) {
      case TransportException cut -> new Health.Fails(cut.words());
      case AnswerFailure answer when answer.kind() == FailureKind.UNAVAILABLE ->
          new Health.Fails(answer.detail());
      case AnswerFailure _ -> new Health.Answers();
      default -> new Health.Unknown();
    };
  }

  /**
   * Asks each provider in turn, and all of them again after a wait if the failure may pass.
   *
   * @param repeatable whether the answer read so far has left no trace
   */
  <R> R read(Question question, HttpAnswer.Reader<R> codec, BooleanSupplier repeatable) {
    return read(reading, question, codec, repeatable);
  }

  /** Reads in the same way, as the account that writes. */
  <R> R readAsWriter(Question question, HttpAnswer.Reader<R> codec) {
    return read(writing, question, codec, () -> true);
  }

  private <R> R read(
      Line line, Question question, HttpAnswer.Reader<R> codec, BooleanSupplier repeatable) {
    return repetition.run(
        attempt ->
            inTurn(
                providers.forReads(),
                line,
                attempt,
                failure -> failure.mayGoElsewhere() && repeatable.getAsBoolean(),
                visit -> ask(visit, question, codec)),
        failure -> repeatable.getAsBoolean() ? verdict(failure) : new Verdict.GiveUp());
  }

  /**
   * Sends a change once, while no other change of the same object is in progress. Only a request
   * that was certainly not sent is sent again, or to another provider. Nothing is sent to a
   * provider whose clock is wrong.
   *
   * @param object the object of the change, such as its address
   * @throws dev.garrison.diagnostic.RefusalException when the provider's clock differs too much
   *     from the clock of this machine
   */
  <R> R write(String object, Question question, HttpAnswer.Reader<R> codec) {
    return turns.take(object, () -> once(this::forWrites, writing, question, codec));
  }

  private List<Providers.Provider> forWrites() {
    List<Providers.Provider> order = providers.forWrites();
    order.forEach(provider -> provider.clock().requireNear());
    return order;
  }

  /**
   * Sends once, as the account that reads, a request that changes nothing but costs clients some
   * work.
   */
  <R> R ask(Question question, HttpAnswer.Reader<R> codec) {
    return once(providers::forReads, reading, question, codec);
  }

  private <R> R once(
      Supplier<List<Providers.Provider>> order,
      Line line,
      Question question,
      HttpAnswer.Reader<R> codec) {
    return repetition.run(
        attempt ->
            inTurn(
                order.get(),
                line,
                attempt,
                AdminServiceException::mayGoElsewhere,
                visit -> change(visit, question, codec)),
        Exchange::verdict);
  }

  private static Verdict verdict(RuntimeException failure) {
    return failure instanceof AdminServiceException known
        ? known.patience().<Verdict>map(Verdict.TryAgain::new).orElseGet(Verdict.GiveUp::new)
        : new Verdict.GiveUp();
  }

  /** A provider, the connections to use, and the reason for the request. */
  private record Visit(Providers.Provider provider, Line line, Occasion occasion) {}

  /**
   * The first answer. If all providers fail, a failure that makes a repetition useful is preferred.
   */
  private static <R> R inTurn(
      List<Providers.Provider> order,
      Line line,
      int attempt,
      Function<AdminServiceException, Boolean> goesOn,
      Function<Visit, R> request) {
    Optional<AdminServiceException> thrown = Optional.empty();
    Occasion occasion = attempt == 1 ? Occasion.FIRST : Occasion.AGAIN;
    for (Providers.Provider provider : order) {
      try {
        return request.apply(new Visit(provider, line, occasion));
      } catch (AdminServiceException failure) {
        if (!goesOn.apply(failure)) {
          throw failure;
        }
        thrown =
            thrown.filter(known -> failure.patience().isEmpty()).or(() -> Optional.of(failure));
      }
      occasion = Occasion.INSTEAD;
    }
    throw thrown.orElseThrow();
  }

  private <R> R ask(Visit visit, Question question, HttpAnswer.Reader<R> codec) {
    try {
      return send(visit, question, codec);
    } catch (AnswerFailure e) {
      throw exception(visit, question, e);
    } catch (TransportException e) {
      throw exception(visit, question, AnswerFailure.ofRead(e));
    } catch (NotAskedException e) {
      throw exception(visit, question, AnswerFailure.ofHeldBack(e));
    }
  }

  private <R> R change(Visit visit, Question question, HttpAnswer.Reader<R> codec) {
    try {
      return send(visit, question, codec);
    } catch (AnswerFailure e) {
      throw exception(visit, question, e.asOfWrite());
    } catch (TransportException e) {
      throw exception(visit, question, AnswerFailure.ofWrite(e));
    } catch (NotAskedException e) {
      throw exception(visit, question, AnswerFailure.ofHeldBack(e));
    }
  }

  private <R> R send(Visit visit, Question question, HttpAnswer.Reader<R> codec) {
    Providers.Provider provider = visit.provider();
    HttpCall call =
        new HttpCall(
            question.method(),
            URI.create(provider.address() + "/" + question.path()),
            question.accept(),
            question.body().map(text -> new HttpCall.Body("application/json", text)),
            question.deadline());
    // Here and not below: it may ask for a password, and nobody should wait for a person there.
    HttpTransport transport = visit.line().transport();
    R result =
        provider
            .server()
            .ask(
                visit.occasion(),
                () -> {
                  ServerClock.Question asked = provider.clock().ask();
                  return transport.send(call, answer -> read(provider, asked, answer, codec));
                });
    providers.answered(provider);
    return result;
  }

  private <R> R read(
      Providers.Provider provider,
      ServerClock.Question asked,
      HttpAnswer answer,
      HttpAnswer.Reader<R> codec)
      throws IOException {
    Optional<ClockReading> time = asked.reading(answer);
    if (ErrorAnswer.isSuccess(answer.status())) {
      R result = codec.read(answer);
      provider.clock().know(time);
      return result;
    }
    AnswerFailure failure = errors.of(answer, providers.isProven(provider));
    if (failure.kind() != FailureKind.NOT_ADMINSERVICE
        && failure.kind() != FailureKind.UNAVAILABLE) {
      provider.clock().know(time);
      providers.answered(provider);
    }
    throw failure;
  }

  private static AdminServiceException exception(
      Visit visit, Question question, AnswerFailure failure) {
    return new AdminServiceException(
        new AdminServiceException.Request(
            question.method(),
            visit.provider().address().getAuthority(),
            question.path(),
            visit.line().section),
        failure);
  }
}
