package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.resilience.RetryAfter;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Interprets unsuccessful answers. The envelope is {@code {"error":{"code":"404","message":".."}}}.
 * The kinds rest on recorded answers (MSEndpointMgr/ModernDriverManagement issue 179), except for
 * the wording of locks, which is inferred from the names of SEDO's status messages.
 */
final class ErrorAnswer {
  private static final int SERVER_ERROR = 500;
  private static final int MOST_BYTES = 64 * 1024;

  private final Json json;
  private final Clock clock;

  /**
   * @param clock compared with the date until which the server asks to wait
   */
  ErrorAnswer(Json json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * Interprets an answer whose status is not 2xx.
   *
   * @param proven whether this server has shown before that it is an administration service; a bare
   *     404 of any other server proves nothing
   */
  AnswerFailure of(HttpAnswer answer, boolean proven) throws IOException {
    byte[] body = answer.body().readNBytes(MOST_BYTES);
    Optional<String> message = message(body);
    int status = answer.status();
    boolean ours = message.isPresent() || (body.length == 0 && proven);
    return switch (status) {
      case 401 ->
          AnswerFailure.lasting(
              FailureKind.UNAUTHORIZED, status, said(message, "answer.not-signed-in"));
      case 408, 429, 502, 503, 504 ->
          AnswerFailure.passing(
              status,
              said(message, "answer.not-ready"),
              answer.server().retryAfter().flatMap(text -> RetryAfter.read(text, clock.instant())));
      case 403 ->
          AnswerFailure.lasting(
              FailureKind.ACCESS_DENIED, status, said(message, "answer.forbidden"));
      case 404 ->
          ours
              ? refusal(FailureKind.NOT_FOUND, status, message.orElse(""))
              : foreign(status, Text.of("answer.nothing-there"));
      default -> other(status, body, message);
    };
  }

  private static AnswerFailure other(int status, byte[] body, Optional<String> message) {
    if (status < 400) {
      return foreign(status, Text.of("answer.redirection"));
    }
    if (message.isEmpty() && body.length > 0) {
      return foreign(status, Text.of("answer.not-json"));
    }
    AnswerFailure refusal = refusal(FailureKind.REFUSED, status, message.orElse(""));
    return status == SERVER_ERROR && refusal.kind() == FailureKind.REFUSED
        ? AnswerFailure.unexplained(status, refusal.reason())
        : refusal;
  }

  private static AnswerFailure foreign(int status, Text reason) {
    return AnswerFailure.lasting(FailureKind.NOT_ADMINSERVICE, status, reason);
  }

  private static Text said(Optional<String> message, String otherwise) {
    return message.map(AnswerFailure::said).orElseGet(() -> Text.of(otherwise));
  }

  /** Interprets a refusal whose text may give a more exact reason than its status. */
  static AnswerFailure refusal(FailureKind otherwise, int status, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("access denied")) {
      return AnswerFailure.lasting(FailureKind.ACCESS_DENIED, status, AnswerFailure.said(message));
    }
    if (text.contains("sedo") || text.contains("locked")) {
      return AnswerFailure.lasting(FailureKind.LOCKED, status, AnswerFailure.said(message));
    }
    return AnswerFailure.lasting(otherwise, status, AnswerFailure.said(message));
  }

  private Optional<String> message(byte[] body) throws IOException {
    if (body.length == 0
        || !new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return message(json.parse(new ByteArrayInputStream(body)));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /** The message of an envelope; also of one inside a successful answer. */
  static Optional<String> message(JsonNode root) {
    JsonNode error = root.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return Optional.empty();
    }
    String message = error.path("message").asText();
    return Optional.of(message);
  }
}
