package dev.garrison.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sign-in of several legs, with a server that is a list of answers. */
final class SigningExecutorTest {
  private final Deque<ClassicHttpResponse> answers = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private int begun;
  private int closed;

  private final HttpClientConnection connection =
      (HttpClientConnection)
          Proxy.newProxyInstance(
              SigningExecutorTest.class.getClassLoader(),
              new Class<?>[] {HttpClientConnection.class},
              (self, method, arguments) -> called(self, method.getName(), arguments));

  private final SigningExecutor executor = new SigningExecutor(new Legs());

  @SuppressWarnings("ReferenceEquality") // A connection is nothing but itself.
  private @Nullable Object called(Object self, String method, @Nullable Object[] arguments) {
    return switch (method) {
      case "hashCode" -> System.identityHashCode(self);
      case "equals" -> self == arguments[0];
      case "sendRequestHeader" -> {
        ClassicHttpRequest request = (ClassicHttpRequest) requireNonNull(arguments[0]);
        Header token = request.getFirstHeader("Authorization");
        sent.add(
            request.getMethod()
                + " "
                + request.getPath()
                + (token == null ? "" : " " + token.getValue()));
        yield null;
      }
      case "receiveResponseHeader" -> answers.remove();
      case "flush", "close", "receiveResponseEntity", "getSSLSession", "getEndpointDetails" -> null;
      case "isOpen", "isConsistent" -> true;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  /** Scheme whose tokens are numbered. */
  private final class Legs implements TokenScheme {
    @Override
    public List<String> names() {
      return List.of("NTLM");
    }

    @Override
    public boolean opens() {
      return false;
    }

    @Override
    public TokenExchange begin(ContactedServer server) {
      begun++;
      return new TokenExchange() {
        private int leg;

        @Override
        public byte[] next(Optional<byte[]> fromServer) {
          leg++;
          return ("leg " + leg).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void accepted(Optional<byte[]> fromServer) {
          // Its tokens prove no server.
        }

        @Override
        public Diagnostic rejected() {
          return Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED, server.authority() + " does not let it in.", "Ask.");
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }

  @AfterEach
  void eachSignInIsClosedHoweverItEnds() {
    assertThat(closed).isPositive().isEqualTo(begun);
  }

  private void answer(int status, String... challenges) {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(status);
    response.addHeader("Content-Length", "0");
    for (String challenge : challenges) {
      response.addHeader("WWW-Authenticate", challenge);
    }
    answers.add(response);
  }

  private static String base64(String token) {
    return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.US_ASCII));
  }

  private int execute(String method) throws IOException, HttpException {
    ClassicHttpRequest request = new BasicClassicHttpRequest(method, "/AdminService/wmi/SMS_Site");
    request.setAuthority(new URIAuthority("cm01.contoso.example"));
    return executor.execute(request, connection, null, HttpCoreContext.create()).getCode();
  }

  @Test
  void aReadSignsInWithAsManyTokensAsTheServerAsksFor() throws Exception {
    answer(401, "NTLM");
    answer(401, "NTLM " + base64("challenge"));
    answer(200);
    assertThat(execute("GET")).isEqualTo(200);
    assertThat(sent)
        .containsExactly(
            "GET /AdminService/wmi/SMS_Site",
            "GET /AdminService/wmi/SMS_Site NTLM " + base64("leg 1"),
            "GET /AdminService/wmi/SMS_Site NTLM " + base64("leg 2"));
  }

  @Test
  void aTokenThatIsAnsweredWithoutAChallengeWasRejectedAndNoOtherIsSent() {
    answer(401, "NTLM");
    answer(401, "NTLM");
    assertThatThrownBy(() -> execute("GET"))
        .isInstanceOf(RefusalException.class)
        .hasMessage("cm01.contoso.example does not let it in. Ask. [SIGN_IN_REJECTED GAR-0247]");
    assertThat(sent).hasSize(2);
  }

  @Test
  void aServerThatNeverEndsASignInIsGivenUp() {
    answer(401, "NTLM");
    for (int leg = 1; leg < 6; leg++) {
      answer(401, "NTLM " + base64("challenge"));
    }
    assertThatThrownBy(() -> execute("GET"))
        .isInstanceOf(RefusalException.class)
        .hasMessage("cm01.contoso.example does not let it in. Ask. [SIGN_IN_REJECTED GAR-0247]");
    assertThat(sent).hasSize(6);
  }

  @Test
  void aServerThatOffersAnotherSchemeGetsNoToken() {
    answer(401, "Basic realm=\"cm01\"");
    assertThatThrownBy(() -> execute("GET"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "cm01.contoso.example offers Basic, but Garrison must sign in with NTLM. Check that the address is the address of the service, and check \"authentication\". [SIGN_IN_NOT_OFFERED GAR-0224]");
  }

  @Test
  void aServerThatAsksNobodyIsNotTakenForOneThatLetUsIn() {
    answer(200);
    assertThatThrownBy(() -> execute("GET"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "cm01.contoso.example doesn't request a sign-in, but Garrison must sign in with NTLM. Check that the address is the address of the service, and check \"authentication\". [SIGN_IN_NOT_OFFERED GAR-0224]");
  }

  @Test
  void aWriteIsSentOnlyAfterARequestThatChangesNothingHasSignedIn() throws Exception {
    answer(401, "NTLM");
    answer(401, "NTLM " + base64("challenge"));
    answer(200);
    answer(201);
    assertThat(execute("POST")).isEqualTo(201);
    assertThat(sent)
        .containsExactly(
            "GET /AdminService/",
            "GET /AdminService/ NTLM " + base64("leg 1"),
            "GET /AdminService/ NTLM " + base64("leg 2"),
            "POST /AdminService/wmi/SMS_Site");
  }

  @Test
  void aServerThatTookOneTokenAndAsksAgainGetsOneWithEachRequest() throws Exception {
    answer(401, "NTLM");
    answer(200);
    answer(401, "NTLM");
    answer(200);
    answer(201);
    assertThat(execute("POST")).isEqualTo(201);
    answer(200);
    assertThat(execute("GET")).isEqualTo(200);
    assertThat(sent)
        .containsExactly(
            "GET /AdminService/",
            "GET /AdminService/ NTLM " + base64("leg 1"),
            "POST /AdminService/wmi/SMS_Site",
            "GET /AdminService/ NTLM " + base64("leg 1"),
            "POST /AdminService/wmi/SMS_Site NTLM " + base64("leg 1"),
            "GET /AdminService/wmi/SMS_Site NTLM " + base64("leg 1"));
  }

  @Test
  void aServerThatTookTwoTokensAndAsksAgainOnlyForgot() throws Exception {
    for (int time = 0; time < 2; time++) {
      answer(401, "NTLM");
      answer(401, "NTLM " + base64("challenge"));
      answer(200);
      answer(time == 0 ? 401 : 201, "NTLM");
    }
    assertThat(execute("POST")).isEqualTo(201);
    assertThat(sent).last().isEqualTo("POST /AdminService/wmi/SMS_Site");
  }

  @Test
  void aConnectionThatBreaksEndsTheSignIn() {
    assertThatThrownBy(() -> execute("GET")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aWriteIsNotSentToAServerThatIsNotReady() throws Exception {
    answer(503);
    assertThat(execute("POST")).isEqualTo(503);
    assertThat(sent).containsExactly("GET /AdminService/");
  }
}
