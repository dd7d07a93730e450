package dev.garrison.connection;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.Negotiation;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.connection.tls.ServerEndPoint;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Signs in on each connection before any request other than a GET is sent on it. HttpClient's own
 * authentication answers a 401, which arrives when the body of the request is already being sent,
 * and it does not know which connection it will get. Here, both are known.
 */
final class SigningExecutor extends HttpRequestExecutor {
  private static final int MOST_LEGS = 6;

  private final TokenScheme scheme;

  /** The connections that are signed in, and whether one token was enough for each. */
  private final Map<HttpClientConnection, Boolean> signedIn =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Whether the server has asked for a token on a connection that was signed in with one. IIS asks
   * so for each request, unless authPersistNonNTLM says otherwise.
   */
  private volatile boolean withEachRequest;

  SigningExecutor(TokenScheme scheme) {
    this.scheme = scheme;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback callback,
      HttpContext context)
      throws IOException, HttpException {
    boolean reads = request.getMethod().equals("GET") && request.getEntity() == null;
    if (!signedIn.containsKey(connection)) {
      if (reads) {
        return converse(request, connection, context);
      }
      Optional<ClassicHttpResponse> unready = knock(request, connection, context);
      if (unready.isPresent()) {
        return unready.get();
      }
    }
    if (withEachRequest) {
      return converse(request, connection, context);
    }
    ClassicHttpResponse response = super.execute(request, connection, callback, context);
    if (response.getCode() != HttpStatus.SC_UNAUTHORIZED) {
      return response;
    }
    // In the middle: the request was not carried out. The server forgot, or asks each time.
    if (Boolean.TRUE.equals(signedIn.remove(connection)) || scheme.opens()) {
      withEachRequest = true;
    }
    finish(request, response, connection, context);
    if (reads) {
      return converse(request, connection, context);
    }
    Optional<ClassicHttpResponse> unready = knock(request, connection, context);
    if (unready.isPresent()) {
      return unready.get();
    }
    return withEachRequest
        ? converse(request, connection, context)
        : super.execute(request, connection, callback, context);
  }

  /**
   * Signs in with a request that changes nothing, at the top path of the application.
   *
   * @return the answer of a server that is not ready, which is also the answer to the request
   *     itself
   */
  private Optional<ClassicHttpResponse> knock(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    ClassicHttpRequest knock = new BasicClassicHttpRequest("GET", top(request.getPath()));
    knock.setScheme(request.getScheme());
    knock.setAuthority(request.getAuthority());
    for (String name :
        new String[] {HttpHeaders.HOST, HttpHeaders.USER_AGENT, HttpHeaders.ACCEPT}) {
      Header header = request.getFirstHeader(name);
      if (header != null) {
        knock.addHeader(header);
      }
    }
    ClassicHttpResponse response = converse(knock, connection, context);
    if (!signedIn.containsKey(connection)) {
      return Optional.of(response);
    }
    EntityUtils.consume(response.getEntity());
    if (!keepAlive(knock, response, connection, context)) {
      throw new RefusalException(
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              Message.of(
                  "sign-in.closes-connection", "server", server(request, connection).authority())));
    }
    return Optional.empty();
  }

  private static String top(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? "/" : path.substring(0, end + 1);
  }

  /** Sends a request that signs in, as often as the scheme needs. */
  private ClassicHttpResponse converse(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    ContactedServer server = server(request, connection);
    try (TokenExchange exchange = scheme.begin(server)) {
      return converse(request, exchange, server, connection, context);
    }
  }

  private ClassicHttpResponse converse(
      ClassicHttpRequest request,
      TokenExchange exchange,
      ContactedServer server,
      HttpClientConnection connection,
      HttpContext context)
      throws IOException, HttpException {
    boolean unasked = scheme.opens() || withEachRequest;
    Optional<String> name = unasked ? Optional.of(scheme.names().getFirst()) : Optional.empty();
    Optional<byte[]> token =
        unasked ? Optional.of(exchange.next(Optional.empty())) : Optional.empty();
    int tokens = unasked ? 1 : 0;
    for (int leg = 0; leg < MOST_LEGS; leg++) {
      ClassicHttpResponse response = send(request, name, token, connection, context);
      Negotiation answer = negotiation(response);
      if (isUnready(response, answer, name)) {
        return response;
      }
      if (response.getCode() != HttpStatus.SC_UNAUTHORIZED) {
        if (name.isEmpty()) {
          throw notOffered(server, "sign-in.not-asked", "");
        }
        exchange.accepted(answer.token(name.get()));
        signedIn.put(connection, tokens == 1);
        return response;
      }
      finish(request, response, connection, context);
      boolean first = name.isEmpty();
      name = name.filter(answer::offers).or(() -> offered(answer));
      if (name.isEmpty()) {
        throw answer.offered().isEmpty()
            ? notOffered(server, "sign-in.nothing-offered", "")
            : notOffered(server, "sign-in.not-offered", String.join(", ", answer.offered()));
      }
      Optional<byte[]> challenge = answer.token(name.get());
      if (!first && challenge.isEmpty()) {
        throw new RefusalException(exchange.rejected());
      }
      token = Optional.of(exchange.next(challenge));
      tokens++;
    }
    throw new RefusalException(exchange.rejected());
  }

  /** Whether the answer is an error that the server sent before it checked the token. */
  private static boolean isUnready(
      ClassicHttpResponse response, Negotiation answer, Optional<String> name) {
    return response.getCode() >= HttpStatus.SC_SERVER_ERROR
        && name.flatMap(answer::token).isEmpty();
  }

  private Optional<String> offered(Negotiation answer) {
    return scheme.names().stream().filter(answer::offers).findFirst();
  }

  private RefusalException notOffered(ContactedServer server, String key, String offered) {
    return new RefusalException(
        Diagnostic.error(
            SignInCode.SIGN_IN_NOT_OFFERED,
            Message.of(
                key, "server", server.authority(), "offered", offered, "schemes", schemes())));
  }

  private Text schemes() {
    return scheme.names().stream()
        .map(Text::verbatim)
        .reduce((first, next) -> Text.of("sign-in.either", "first", first, "next", next))
        .orElseThrow();
  }

  private ClassicHttpResponse send(
      ClassicHttpRequest request,
      Optional<String> name,
      Optional<byte[]> token,
      HttpClientConnection connection,
      HttpContext context)
      throws IOException, HttpException {
    token.ifPresent(bytes ->
        request.setHeader(
            HttpHeaders.AUTHORIZATION,
            name.orElseThrow() + " " + Base64.getEncoder().encodeToString(bytes)));
    try {
      return super.execute(request, connection, null, context);
    } finally {
      request.removeHeaders(HttpHeaders.AUTHORIZATION);
    }
  }

  /** Reads the rest of a 401, so that the same connection can be used again. */
  private void finish(
      ClassicHttpRequest request,
      ClassicHttpResponse response,
      HttpClientConnection connection,
      HttpContext context)
      throws IOException {
    EntityUtils.consume(response.getEntity());
    if (!keepAlive(request, response, connection, context)) {
      throw new SignedOutException();
    }
  }

  private static Negotiation negotiation(ClassicHttpResponse response) {
    return new Negotiation(
        Arrays.stream(response.getHeaders(HttpHeaders.WWW_AUTHENTICATE))
            .map(Header::getValue)
            .toList());
  }

  private static ContactedServer server(
      ClassicHttpRequest request, HttpClientConnection connection) {
    URIAuthority authority = request.getAuthority();
    @Nullable SSLSession session = connection.getSSLSession();
    Optional<byte[]> binding = session == null ? Optional.empty() : ServerEndPoint.of(session);
    return new ContactedServer(
        authority.toString(),
        authority.getHostName(),
        binding.map(ContactedServer.ChannelBinding::new));
  }
}
