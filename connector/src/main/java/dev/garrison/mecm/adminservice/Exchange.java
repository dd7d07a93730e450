package dev.garrison.mecm.adminservice;

import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.Pause;
import dev.garrison.connection.TransportException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One request and its answer: on which provider, how often, and what a failure means. */
final class Exchange {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));

  /**
   * What is asked.
   *
   * @param path below the address of the service
   */
  record Question(
      String method, String path, String accept, Optional<String> body, Duration deadline) {}

  private final HttpTransport transport;
  private final Providers providers;
  private final ErrorAnswer errors;
  private final Pause pause;

  Exchange(HttpTransport transport, Providers providers, ErrorAnswer errors, Pause pause) {
    this.transport = transport;
    this.providers = providers;
    this.errors = errors;
    this.pause = pause;
  }

  /**
   * Asks each provider in turn, three rounds at most, for failures that may pass.
   *
   * @param repeatable whether the answer read so far has left no trace
   */
  <R> R read(Question question, HttpAnswer.Reader<R> codec, BooleanSupplier repeatable) {
    for (Duration wait : PAUSES) {
      try {
        return readOnce(question, codec, repeatable);
      } catch (AdminServiceException e) {
        if (!e.mayBeRepeated() || !repeatable.getAsBoolean()) {
          throw e;
        }
      }
      await(wait);
    }
    return readOnce(question, codec, repeatable);
  }

  private <R> R readOnce(
      Question question, HttpAnswer.Reader<R> codec, BooleanSupplier repeatable) {
    List<URI> order = providers.forReads();
    for (URI provider : order.subList(0, order.size() - 1)) {
      try {
        return ask(provider, question, codec);
      } catch (AdminServiceException e) {
        if (!e.mayBeRepeated() || !repeatable.getAsBoolean()) {
          throw e;
        }
      }
    }
    return ask(order.getLast(), question, codec);
  }

  private <R> R ask(URI provider, Question question, HttpAnswer.Reader<R> codec) {
    try {
      return send(provider, question, codec);
    } catch (AnswerFailure e) {
      throw exception(provider, question, e);
    } catch (TransportException e) {
      throw exception(provider, question, AnswerFailure.ofRead(e));
    }
  }

  /** Sends a change once. Only a provider that was never reached is passed over for the next. */
  <R> R write(Question question, HttpAnswer.Reader<R> codec) {
    List<URI> order = providers.forWrites();
    for (URI provider : order.subList(0, order.size() - 1)) {
      try {
        return change(provider, question, codec);
      } catch (AdminServiceException e) {
        if (!e.mayBeRepeated()) {
          throw e;
        }
      }
    }
    return change(order.getLast(), question, codec);
  }

  private <R> R change(URI provider, Question question, HttpAnswer.Reader<R> codec) {
    try {
      return send(provider, question, codec);
    } catch (AnswerFailure e) {
      throw exception(provider, question, e.asOfWrite());
    } catch (TransportException e) {
      throw exception(provider, question, AnswerFailure.ofWrite(e));
    }
  }

  private <R> R send(URI provider, Question question, HttpAnswer.Reader<R> codec) {
    HttpCall call =
        new HttpCall(
            question.method(),
            URI.create(provider + "/" + question.path()),
            question.accept(),
            question.body().map(text -> new HttpCall.Body("application/json", text)),
            question.deadline());
    R result = transport.send(call, answer -> read(provider, answer, codec));
    providers.answered(provider);
    return result;
  }

  private <R> R read(URI provider, HttpAnswer answer, HttpAnswer.Reader<R> codec)
      throws IOException {
    if (ErrorAnswer.isSuccess(answer.status())) {
      return codec.read(answer);
    }
    AnswerFailure failure = errors.of(answer, providers.isProven(provider));
    if (failure.kind() != FailureKind.NOT_ADMINSERVICE
        && failure.kind() != FailureKind.UNAVAILABLE) {
      providers.answered(provider);
    }
    throw failure;
  }

  private void await(Duration wait) {
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted between two attempts");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private static AdminServiceException exception(
      URI provider, Question question, AnswerFailure failure) {
    return new AdminServiceException(
        new AdminServiceException.Request(
            question.method(), provider.getAuthority(), question.path()),
        failure);
  }
}
