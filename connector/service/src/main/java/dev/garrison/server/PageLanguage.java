package dev.garrison.server;

import dev.garrison.language.Language;
import dev.garrison.server.api.Routes;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Language of the answer to a request. It is the one that the person chose, else the one that the
 * browser prefers, else English. Answers for programs are English.
 *
 * <p>Answers are never cached ({@code Cache-Control: no-store}), so they need no {@code Vary}.
 */
final class PageLanguage {
  /** Cookie that holds the choice of a person. */
  static final String COOKIE = "language";

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

  private PageLanguage() {}

  static Language of(Request request) {
    return isForPrograms(request.getHttpURI().getPath())
        ? Language.ENGLISH
        : of(
            request.getHeaders().get(HttpHeader.COOKIE),
            request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
  }

  private static boolean isForPrograms(@Nullable String path) {
    return path == null
        || path.startsWith(Routes.ROOT)
        || path.equals("/metrics")
        || path.startsWith("/health/")
        || path.endsWith(".csv");
  }

  static Language of(@Nullable String cookies, @Nullable String accepted) {
    return chosen(Optional.ofNullable(cookies).orElse(""))
        .or(() -> preferred(Optional.ofNullable(accepted).orElse("")))
        .orElse(Language.ENGLISH);
  }

  private static Optional<Language> chosen(String cookies) {
    String wanted = COOKIE + "=";
    return Stream.of(cookies.split(";", -1))
        .map(String::strip)
        .filter(each -> each.startsWith(wanted))
        .flatMap(each -> Language.of(each.substring(wanted.length())).stream())
        .findFirst();
  }

  /** The language of ours with the greatest weight; the first where several have it. */
  private static Optional<Language> preferred(String accepted) {
    return ranges(accepted).stream()
        .filter(range -> range.getWeight() > 0)
        .flatMap(range -> Language.of(range.getRange()).stream())
        .findFirst();
  }

  private static List<LanguageRange> ranges(String accepted) {
    try {
      return accepted.isBlank() ? List.of() : LanguageRange.parse(accepted);
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  /** Value of {@code Set-Cookie} for a choice, which lasts a year. */
  static String cookie(Language language, boolean isSecure) {
    return "%s=%s; Path=/; Max-Age=%d; SameSite=Lax%s"
        .formatted(COOKIE, language.tag(), YEAR_SECONDS, isSecure ? "; Secure" : "");
  }
}
