package dev.garrison.connection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/**
 * An answer whose body is not read yet.
 *
 * @param status the HTTP status
 * @param mediaType the declared type in lower case without parameters, or an empty text
 * @param body not yet read, perhaps endless: readers limit it
 * @param server facts about the server in the header
 */
public record HttpAnswer(int status, String mediaType, InputStream body, Server server) {
  /** An answer without facts about the server. */
  public HttpAnswer(int status, String mediaType, InputStream body) {
    this(status, mediaType, body, new Server(Optional.empty(), Optional.empty(), List.of()));
  }

  /**
   * Facts about the server in the header of an answer.
   *
   * @param time its clock, to the second; empty where it does not send its time
   * @param retryAfter the header {@code Retry-After} as received
   * @param challenges the values of WWW-Authenticate
   */
  public record Server(
      Optional<Instant> time, Optional<String> retryAfter, List<String> challenges) {
    public Server {
      challenges = List.copyOf(challenges);
    }

    static Server of(HttpResponse response) {
      return new Server(
          values(response, HttpHeaders.DATE).stream().findFirst().flatMap(Server::time),
          values(response, HttpHeaders.RETRY_AFTER).stream().findFirst(),
          values(response, HttpHeaders.WWW_AUTHENTICATE));
    }

    private static List<String> values(HttpResponse response, String name) {
      return Stream.of(response.getHeaders(name)).map(Header::getValue).toList();
    }

    /** Parses a time in the form of RFC 9110 section 5.6.7, without the two obsolete ones. */
    private static Optional<Instant> time(String text) {
      try {
        return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
      } catch (DateTimeParseException unreadable) {
        return Optional.empty();
      }
    }
  }

  /** Converts the answer to a value while it is received. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * Reads as much of the answer as it needs.
     *
     * @throws IOException only if the connection fails; problems of the content are reported
     *     otherwise
     */
    R read(HttpAnswer answer) throws IOException;
  }
}
