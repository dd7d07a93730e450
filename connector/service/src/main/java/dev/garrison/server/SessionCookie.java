package dev.garrison.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Carries the id of a session in a cookie. Cookies of one host are shared by all its ports. Without
 * a certificate the name contains the port, and other programs on this computer that serve pages
 * can read the cookie. With a certificate, no other host can set the cookie, and it is never sent
 * unencrypted.
 *
 * @see <a
 *     href="https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-cookie-name-prefixes">Cookie
 *     name prefixes</a>
 */
final class SessionCookie {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final boolean isSecure;

  SessionCookie(boolean isSecure) {
    this.isSecure = isSecure;
  }

  private String name(Context context) {
    return isSecure ? "__Host-garrison" : "garrison-" + context.req().getLocalPort();
  }

  /** The id that was sent, if it is well-formed and the only one. */
  Optional<String> read(Context context) {
    return only(Optional.ofNullable(context.header("Cookie")).orElse(""), name(context));
  }

  static Optional<String> only(String header, String name) {
    String wanted = name + "=";
    List<String> found =
        Stream.of(header.split(";", -1))
            .map(String::strip)
            .filter(each -> each.startsWith(wanted))
            .map(each -> each.substring(wanted.length()))
            .toList();
    return found.size() == 1 && ID.matcher(found.getFirst()).matches()
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  void set(Context context, String id) {
    send(context, id, "");
  }

  void clear(Context context) {
    send(context, "", "; Max-Age=0");
  }

  private void send(Context context, String value, String more) {
    context
        .res()
        .addHeader(
            "Set-Cookie",
            "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s"
                .formatted(name(context), value, isSecure ? "; Secure" : "", more));
  }
}
