package dev.garrison.server;

import dev.garrison.language.Message;
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
      throw refused(context, 415, Message.of("request.media-type", "wanted", wanted));
    }
    if (context.req().getContentLengthLong() > limits.body()) {
      throw tooLarge(context);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(context))).toString();
    } catch (CharacterCodingException noText) {
      throw refused(context, 400, Message.of("request.not-utf"));
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
    return refused(context, 413, Message.of("request.too-large", "limit", limits.body() / 1024));
  }

  private static ApiProblem tooSlow(Context context) {
    return refused(context, 408, Message.of("request.too-slow"));
  }

  /** Refuses a request without reading the rest of it. */
  private static ApiProblem refused(Context context, int status, Message message) {
    context.header("Connection", "close");
    return ApiProblem.of(status, ServerCode.REQUEST_REFUSED, message);
  }
}
