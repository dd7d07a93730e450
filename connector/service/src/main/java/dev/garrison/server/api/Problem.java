package dev.garrison.server.api;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;

/**
 * A problem in the form in which it is sent (RFC 9457).
 *
 * @param status of HTTP
 * @param code such as {@code GAR-1085}
 */
public record Problem(
    String type, String title, int status, String detail, String code, String remedy)
    implements JsonForm {
  /** Media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The problem of a diagnostic. */
  public static Problem of(int status, Diagnostic diagnostic) {
    return new Problem(
        "about:blank",
        title(status),
        status,
        diagnostic.problem(),
        diagnostic.code().label(),
        diagnostic.remedy());
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 421 -> "Misdirected Request";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 503 -> "Service Unavailable";
      default -> status >= 500 ? "Internal Server Error" : "Refused";
    };
  }
}
