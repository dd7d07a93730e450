package dev.garrison.lab.http;

import dev.garrison.lab.fault.Fault;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers a request normally, or as a fault requires. */
public final class Answering {
  private static final String TOLD = "The lab was told to fail here.";

  private final AnswerWriter writer = new AnswerWriter();

  /** A service that answers one request. */
  public interface Service {
    /** Carries out the request, and answers. */
    Answer answer();

    /** Creates an error in the service's own form; nothing is carried out. */
    Answer error(int status, String text);
  }

  /** Refuses a caller who has not signed in. */
  public void unauthorized(Exchange exchange, String realm) throws IOException {
    exchange.with("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
    writer.write(exchange, Answer.text(401, "text/html", ""));
  }

  /** Answers that the path does not exist in the lab. */
  public void notFound(Exchange exchange) throws IOException {
    writer.write(exchange, Answer.text(404, "text/html", "<h1>404 Not Found</h1>"));
  }

  /** Answers a request, without any fault. */
  public void serve(Exchange exchange, Supplier<Answer> answer) throws IOException {
    writer.write(exchange, answer.get());
  }

  /** Answers a request, with the fault if there is one. */
  public void serve(Exchange exchange, Service service, Optional<Fault> fault) throws IOException {
    if (fault.isEmpty()) {
      writer.write(exchange, service.answer());
      return;
    }
    switch (fault.get()) {
      case Fault.Status status -> writer.write(exchange, service.error(status.code(), TOLD));
      case Fault.StatusAfterEffect status -> {
        writer.discard(service.answer());
        writer.write(exchange, service.error(status.code(), TOLD));
      }
      case Fault.CutBeforeEffect ignored -> {}
      case Fault.CutAfterEffect ignored -> writer.discard(service.answer());
      case Fault.ActAfterEffect act -> {
        writer.discard(service.answer());
        act.action().run();
      }
      case Fault.ActBeforeAnswer act -> {
        Answer answer = service.answer();
        act.action().run();
        writer.write(exchange, answer);
      }
      case Fault.SlowBody slow -> writer.writeSlowly(exchange, service.answer(), slow.pause());
      case Fault.TruncatedBody ignored -> writer.writeHalf(exchange, service.answer());
      case Fault.WithoutProperty property ->
          writer.writeWithout(exchange, service.answer(), property.name());
      case Fault.NoRows ignored -> writer.writeEmpty(exchange, service.answer());
      case Fault.Html ignored ->
          writer.write(
              exchange,
              Answer.text(
                  200, "text/html", "<html><body><h1>Sign in to the proxy</h1></body></html>"));
      case Fault.WmiDenied ignored ->
          writer.write(exchange, service.error(404, "Access denied  WMI QUERY: "));
    }
  }
}
