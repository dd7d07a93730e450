package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.TokenText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked at in a request before anybody is let in. */
final class RequestChecksTest {
  private static final String ID = "a".repeat(43);

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "localhost:8740, true",
    "127.0.0.1:8740, true",
    "127.8.9.10, true",
    "[::1]:8740, true",
    "localhost.evil.example, false",
    "127.0.0.1.evil.example, false",
    "evil.example, false",
    "[::1].evil.example, false",
    "'', false"
  })
  void onlyNamesOfThisComputerAreItsOwn(String host, boolean own) {
    assertThat(RequestLimits.isThisComputer(host)).isEqualTo(own);
  }

  @Test
  void aTokenIsReadFromTheOneHeader() {
    assertThat(RequestLimits.presented(List.of("Bearer abc"))).hasValue(new TokenText("abc"));
    assertThat(RequestLimits.presented(List.of("bearer  abc "))).hasValue(new TokenText("abc"));
  }

  @Test
  void betweenTwoHeadersNoneIsChosen() {
    assertThat(RequestLimits.presented(List.of("Bearer abc", "Bearer def"))).isEmpty();
    assertThat(RequestLimits.presented(List.of())).isEmpty();
    assertThat(RequestLimits.presented(List.of("Basic abc"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, -, true",
        "same-site, https://garrison.example, false",
        "cross-site, https://garrison.example, false",
        "none, https://garrison.example, false",
        "-, https://garrison.example, true",
        "-, https://evil.example, false",
        "-, null, false",
        "-, -, false"
      })
  void aFormComesFromAPageOfThisServiceOnly(String site, String origin, boolean own) {
    assertThat(PageEndpoints.isOwn(site, origin, "https://garrison.example")).isEqualTo(own);
  }

  @Test
  void aSessionIsReadFromTheOneCookieOfTheName() {
    assertThat(SessionCookie.only("a=b; __Host-garrison=" + ID, "__Host-garrison")).hasValue(ID);
  }

  @Test
  void betweenTwoCookiesOfTheNameNoneIsChosen() {
    String one = "__Host-garrison=" + ID;
    assertThat(SessionCookie.only(one + "; " + one, "__Host-garrison")).isEmpty();
    assertThat(SessionCookie.only("__Host-garrison=short", "__Host-garrison")).isEmpty();
    assertThat(SessionCookie.only("", "__Host-garrison")).isEmpty();
  }
}
