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
 * An answer whose body is still on the wire.
 *
 * @param status the HTTP status
 * @param mediaType the declared type in lower case without parameters, or an empty text
 * @param body not yet read, perhaps endless: readers bound it
 * @param server what the server says of itself
 */
public record HttpAnswer(int status, String mediaType, InputStream body, Server server) {
  /** An answer of a server that says nothing of itself. */
  public HttpAnswer(int status, String mediaType, InputStream body) {
    this(status, mediaType, body, new Server(Optional.empty(), Optional.empty(), List.of()));
  }

  /**
   * What the head of an answer says of the server.
   *
   * @param time its clock, to the second; empty where it does not tell
   * @param retryAfter the header {@code Retry-After} as it came
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

    /** In the form of RFC 9110 section 5.6.7; the two obsolete ones are not read. */
    private static Optional<Instant> time(String text) {
      try {
        return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
      } catch (DateTimeParseException unreadable) {
        return Optional.empty();
      }
    }
  }

  /** Turns the answer into a value while it is on the wire. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * Reads as much as it needs.
     *
     * @throws IOException only if the connection fails; what the text means is reported otherwise
     */
    R read(HttpAnswer answer) throws IOException;
  }
}
