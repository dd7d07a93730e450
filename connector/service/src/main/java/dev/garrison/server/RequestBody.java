package dev.garrison.server;

import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads the body of a request, if it is small and arrives in time. */
final class RequestBody {
  private static final String REMEDY = "GET /api/v1/openapi.json says what can be sent.";
  private static final int BUFFER = 8192;

  private final Limits limits;

  RequestBody(Limits limits) {
    this.limits = limits;
  }

  /** Whether a request has a body. */
  static boolean isSent(Context context) {
    return context.req().getContentLengthLong() > 0
        || context.req().getHeader("Transfer-Encoding") != null;
  }

  /**
   * Reads the body as text.
   *
   * @param wanted its media type
   */
  String read(Context context, String wanted) {
    String type = Optional.ofNullable(context.req().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(wanted)) {
      throw refused(context, 415, "What is sent has to be %s.".formatted(wanted));
    }
    if (context.req().getContentLengthLong() > limits.body()) {
      throw tooLarge(context);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(context))).toString();
    } catch (CharacterCodingException noText) {
      throw refused(context, 400, "What was sent is not UTF-8.");
    } catch (IOException cut) {
      throw tooSlow(context);
    }
  }

  private byte[] bytes(Context context) throws IOException {
    Connections.Caller caller = Gate.caller(context.req());
    caller.awaits(limits.wholeBody());
    try {
      InputStream stream = context.req().getInputStream();
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        whole.write(buffer, 0, read);
        if (whole.size() > limits.body()) {
          throw tooLarge(context);
        }
      }
      return whole.toByteArray();
    } finally {
      caller.came();
    }
  }

  private ApiProblem tooLarge(Context context) {
    return refused(context, 413, "At most %d KiB are read.".formatted(limits.body() / 1024));
  }

  private static ApiProblem tooSlow(Context context) {
    return refused(context, 408, "What was sent did not come whole in time.");
  }

  /** Refuses a request without reading the rest of it. */
  private static ApiProblem refused(Context context, int status, String problem) {
    context.header("Connection", "close");
    return ApiProblem.of(status, ServerCode.REQUEST_REFUSED, problem, REMEDY);
  }
}
