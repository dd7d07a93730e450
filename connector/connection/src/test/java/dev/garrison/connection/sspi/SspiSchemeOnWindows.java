package dev.garrison.connection.sspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.RefusalException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scheme with secur32.dll itself. Wine's takes the tickets of KRB5CCNAME and leaves out channel
 * bindings without a word, so no sign-in is bound here, and a wrong binding would be accepted:
 * bindings are tested with a stand-in, and on a real Windows by hand.
 */
final class SspiSchemeOnWindows {
  private static String variable(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  @BeforeEach
  void need() {
    Assumptions.assumeTrue(
        System.getenv("SIGN_IN_ADDRESS") != null,
        "NOT TESTED: signing in on Windows, because there is no domain to sign in to.");
  }

  private static String get(SecurityPackage by, Optional<String> service) {
    SspiScheme scheme = new SspiScheme(SecuritySupport.ofSystem().orElseThrow(), by, service);
    Trust trust =
        new Trust(List.of(new Trust.Anchor.CertificateFile(Path.of(variable("SIGN_IN_TRUST")))));
    ConnectionPolicy policy =
        new ConnectionPolicy(
            new Authentication.Tokens(scheme, false), trust, false, Timeouts.DEFAULT);
    try (HttpTransport transport = new HttpTransport(policy, 1)) {
      return transport.send(
          new HttpCall(
              "GET",
              URI.create(variable("SIGN_IN_ADDRESS")),
              "text/plain",
              Optional.empty(),
              Duration.ofSeconds(30)),
          answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theUserWhoRunsTheProcessSignsIn(SecurityPackage by) {
    assertThat(get(by, Optional.empty())).isEqualTo("svc-garrison@GARRISON.TEST bound False");
  }

  /** Wine gives SEC_E_INTERNAL_ERROR for each error of Kerberos, Windows SEC_E_TARGET_UNKNOWN. */
  @Test
  void aServiceThatTheDomainDoesNotKnowIsRefused() {
    assertThat(
            catchThrowableOfType(
                    RefusalException.class,
                    () -> get(SecurityPackage.KERBEROS, Optional.of("HTTP/nowhere.garrison.test")))
                .getMessage())
        .isEqualTo(
            "Windows couldn't sign in to %s for HTTP/nowhere.garrison.test (0x80090304). Run \"certutil -error 0x80090304\" for a description, and check the System log of that time. [SSPI_FAILED GAR-0286]"
                .formatted(URI.create(variable("SIGN_IN_ADDRESS")).getAuthority()));
  }
}
