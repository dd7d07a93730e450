package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.server.api.ApiAnswer;
import dev.garrison.server.api.Problem;
import dev.garrison.server.api.ServerCode;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers connections that do not even send a valid request, for example headers that are too long.
 */
final class PlainErrors extends ErrorHandler {
  private static final int FIRST_FAULT = 500;

  private final Json json;

  PlainErrors(Json json) {
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    SafeHeaders.FIELDS.forEach(
        (name, value) -> response.getHeaders().put(new HttpField(name, value)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    String body =
        ApiAnswer.text(
            json,
            Problem.of(
                status,
                status < FIRST_FAULT
                    ? Diagnostic.error(ServerCode.REQUEST_REFUSED, Message.of("request.unknown"))
                    : Diagnostic.error(ServerCode.REQUEST_FAULT, Message.of("request.fault"))));
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
