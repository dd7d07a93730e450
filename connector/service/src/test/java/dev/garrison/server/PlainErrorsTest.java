package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.server.api.Problem;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered without a route, by a server that listens nowhere. */
final class PlainErrorsTest {
  private static String answered(int status) throws Exception {
    Server server = new Server();
    LocalConnector connector = new LocalConnector(server);
    server.addConnector(connector);
    server.setErrorHandler(new PlainErrors(new Json()));
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Response.writeError(request, response, callback, status, "words of a library");
            return true;
          }
        });
    server.start();
    try {
      return connector.getResponse("GET /x HTTP/1.0\r\n\r\n");
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void aFaultSaysNothingOfItsCause(int status) throws Exception {
    assertThat(answered(status))
        .contains("Content-Type: " + Problem.MEDIA_TYPE)
        .contains("GAR-1094")
        .contains("The request couldn't be processed.")
        .contains("Try again. If the error persists, check the output of the service.")
        .doesNotContain("words of a library");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 431, 499})
  void whatIsNoRequestIsRefused(int status) throws Exception {
    assertThat(answered(status))
        .contains("GAR-1088")
        .contains("The request isn't valid.")
        .contains("See GET /api/v1/openapi.json for valid requests.")
        .doesNotContain("GAR-1094");
  }

  @Test
  void evenSuchAnAnswerHasTheSafeHeaders() throws Exception {
    String answer = answered(400);
    SafeHeaders.FIELDS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
  }
}
