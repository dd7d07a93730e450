package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.secret.Secret;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionPolicyTest {
  private static final Authentication ANONYMOUS = new Authentication.Anonymous();
  private static final Authentication BASIC =
      new Authentication.Basic("svc", () -> new Secret("pw".toCharArray()));

  private static Authentication tokens(boolean guessable) {
    return new Authentication.Tokens(
        new TokenScheme() {
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
            throw new AssertionError("nobody signs in");
          }
        },
        guessable);
  }

  private static String objection(Authentication authentication, boolean allow, String address) {
    return new ConnectionPolicy(authentication, allow, Timeouts.DEFAULT)
        .objection(URI.create(address))
        .map(Object::toString)
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cm01.contoso.example/AdminService",
        "http://localhost:8080/AdminService",
        "http://127.0.0.1/AdminService",
        "http://127.8.9.10/AdminService",
        "http://[::1]:80/AdminService"
      })
  void httpsAndLoopbackAreAccepted(String address) {
    assertThat(objection(BASIC, false, address)).isEmpty();
  }

  @Test
  void plainHttpToAnotherMachineIsRefused() {
    assertThat(objection(ANONYMOUS, false, "http://cm01.contoso.example/AdminService"))
        .isEqualTo(
            "Data sent to http://cm01.contoso.example/AdminService and read from there could be seen and changed in transit. Use https, or set \"allowPlainHttp: true\" for this server if you accept this risk. [PLAIN_HTTP_REFUSED GAR-0221]");
  }

  @Test
  void plainHttpCanBeAccepted() {
    assertThat(objection(ANONYMOUS, true, "http://cm01.contoso.example/AdminService")).isEmpty();
  }

  @Test
  void aPasswordNeverCrossesTheNetworkInTheClear() {
    assertThat(objection(BASIC, true, "http://cm01.contoso.example/AdminService"))
        .isEqualTo(
            "Basic authentication to http://cm01.contoso.example/AdminService would send the password unencrypted. Use https. \"allowPlainHttp\" doesn't apply to passwords. [PASSWORD_OVER_PLAIN_HTTP GAR-0222]");
  }

  @Test
  void whatAPasswordCanBeGuessedFromNeverCrossesTheNetworkInTheClear() {
    assertThat(objection(tokens(true), true, "http://cm01.contoso.example/AdminService"))
        .isEqualTo(
            "NTLM to http://cm01.contoso.example/AdminService would send data from which the password can be guessed. Use https. \"allowPlainHttp\" doesn't apply to passwords. [PASSWORD_OVER_PLAIN_HTTP GAR-0222]");
    assertThat(objection(tokens(false), true, "http://cm01.contoso.example/AdminService"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.contoso.example/AdminService",
        "http://127.0.0.1.contoso.example/AdminService",
        "http://10.0.0.1/AdminService"
      })
  void aNameThatOnlyLooksLikeLoopbackIsNot(String address) {
    assertThat(objection(ANONYMOUS, false, address)).contains("PLAIN_HTTP_REFUSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://cm01/AdminService",
        "/AdminService",
        "https:cm01",
        "https://cm01/AdminService?x=1",
        "https://cm01/AdminService#x"
      })
  void anAddressNeedsSchemeAndServerOnly(String address) {
    assertThat(objection(ANONYMOUS, true, address))
        .isEqualTo(
            "\""
                + address
                + "\" isn't an address that Garrison can use. Specify only scheme, server, and path, for example https://cm01.contoso.example/AdminService. [SERVER_ADDRESS_INVALID GAR-0223]");
  }

  @Test
  void aPasswordInAnAddressIsNotRepeated() {
    assertThat(objection(ANONYMOUS, true, "https://svc:hunter2@cm01/AdminService"))
        .startsWith("\"https://cm01/AdminService\" isn't an address that Garrison can use.")
        .doesNotContain("hunter2");
  }
}
