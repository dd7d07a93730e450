package dev.garrison.server;

import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.login.AccessToken;
import dev.garrison.login.RateLimit;
import dev.garrison.login.Role;
import dev.garrison.login.SignIn;
import dev.garrison.login.TokenText;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Access checks and rate limits of requests. */
final class RequestLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Pattern LOCAL =
      Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\])(?::[0-9]{1,5})?");
  private static final String SCHEME = "bearer ";
  private static final String CALLER = "garrison.caller";

  private final SignIn signIn;
  private final boolean localOnly;
  private final RateLimit requests;
  private final RateLimit failures;
  private final RateLimit strangers;

  RequestLimits(SignIn signIn, ListenAddress listen, Limits limits, InstantSource clock) {
    this.signIn = signIn;
    this.localOnly = listen.isLoopback();
    this.requests = new RateLimit(limits.requestsPerMinute(), MINUTE, clock);
    this.failures = new RateLimit(limits.failuresPerMinute(), MINUTE, clock);
    this.strangers = new RateLimit(limits.failuresPerMinute(), MINUTE, clock);
  }

  /**
   * Refuses requests for other host names, which a page of another site can cause by DNS rebinding.
   */
  void requireOwnHost(Context context) {
    String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
    boolean local = localOnly || Gate.isOfHealth(context.req());
    if (local && !isThisComputer(host)) {
      throw ApiProblem.of(421, ServerCode.REQUEST_REFUSED, Message.of("request.host"));
    }
  }

  /** Whether a Host header in lower case names this computer and no other. */
  static boolean isThisComputer(String host) {
    return LOCAL.matcher(host).matches();
  }

  /** The caller of a request; empty where no caller signed in. */
  static Optional<AccessToken> caller(Context context) {
    return Optional.ofNullable(context.attribute(CALLER));
  }

  /**
   * Whether a request may be logged. Requests with a token always may; others only as often as an
   * address may fail to sign in.
   */
  boolean isTold(Context context) {
    return caller(context).isPresent() || strangers.take(context.req().getRemoteAddr()).isEmpty();
  }

  /** Records the caller of a request that has a session. */
  static void came(Context context, AccessToken caller) {
    context.attribute(CALLER, caller);
  }

  /** The caller of a request, if the role is sufficient. */
  static AccessToken admit(Context context, Role needed) {
    AccessToken token = Objects.requireNonNull(context.attribute(CALLER), "nobody signed in");
    require(token, needed);
    return token;
  }

  /** Refuses a token whose role is not sufficient. */
  static void require(AccessToken token, Role needed) {
    if (!token.role().covers(needed)) {
      throw ApiProblem.of(
          403,
          ServerCode.ROLE_TOO_LOW,
          Message.of("request.role", "needed", needed.word(), "role", token.role().word()));
    }
  }

  /** Admits callers that have a valid token, of any role. */
  void signIn(Context context) {
    Optional<AccessToken> known = presented(context).flatMap(signIn::with);
    if (known.isPresent()) {
      count(known.get());
      context.attribute(CALLER, known.get());
      return;
    }
    countFailure(context);
    throw ApiProblem.of(401, ServerCode.SIGN_IN_NEEDED, Message.of("request.token"));
  }

  /** The token of a form's sign-in; empty where it is not valid. */
  Optional<AccessToken> signedIn(Context context, TokenText text) {
    Optional<AccessToken> known = signIn.with(text);
    known.ifPresentOrElse(this::count, () -> countFailure(context));
    return known;
  }

  /** The token of a session, if it is still valid. */
  Optional<AccessToken> known(Sha256 token) {
    return signIn.holding(token);
  }

  /** Refuses callers that exceed the limit of requests. */
  void count(AccessToken token) {
    requests
        .take(token.name())
        .ifPresent(wait -> {
          throw tooMany(wait, Message.of("request.too-often"));
        });
  }

  private void countFailure(Context context) {
    failures
        .take(context.req().getRemoteAddr())
        .ifPresent(wait -> {
          throw tooMany(wait, Message.of("request.too-many-failures"));
        });
  }

  private static Optional<TokenText> presented(Context context) {
    return presented(Collections.list(context.req().getHeaders("Authorization")));
  }

  /** The token of a request's headers; empty unless there is one header, with one. */
  static Optional<TokenText> presented(List<String> headers) {
    if (headers.size() != 1 || !headers.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return Optional.of(new TokenText(headers.getFirst().substring(SCHEME.length()).strip()));
  }

  private static ApiProblem tooMany(Duration wait, Message message) {
    return ApiProblem.later(429, wait, ServerCode.TOO_MANY_REQUESTS, message);
  }
}
