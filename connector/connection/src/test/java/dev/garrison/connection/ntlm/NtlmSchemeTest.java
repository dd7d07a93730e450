package dev.garrison.connection.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which challenges are answered. */
final class NtlmSchemeTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

  private static TokenExchange exchange() {
    return exchange(new Secret("Password".toCharArray()));
  }

  private static TokenExchange exchange(Secret password) {
    return new NtlmScheme(NtlmAccount.of("LAB\\garrison", () -> password), Optional.empty(), CLOCK)
        .begin(new ContactedServer("cm01.lab.example:443", "cm01.lab.example", Optional.empty()));
  }

  /** A CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2) whose target information has one time of this length. */
  private static Optional<byte[]> challengeWithTime(int length) {
    byte[] target = AvPairs.read(new byte[4]).with(AvPairs.TIMESTAMP, new byte[length]).encoded();
    int flags =
        NtlmFlag.UNICODE
            | NtlmFlag.NTLM
            | NtlmFlag.EXTENDED_SESSION_SECURITY
            | NtlmFlag.TARGET_INFO;
    return Optional.of(
        ByteBuffer.allocate(48 + target.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(ChallengeMessage.SIGNATURE)
            .putInt(8, 2)
            .putInt(20, flags)
            .putShort(40, (short) target.length)
            .putShort(42, (short) target.length)
            .putInt(44, 48)
            .put(48, target)
            .array());
  }

  @Test
  void aChallengeWithATimeIsAnswered() {
    byte[] answer = exchange().next(challengeWithTime(8));
    assertThat(ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt(8)).isEqualTo(3);
  }

  @Test
  void thePasswordIsOverwrittenOnceItIsUsed() {
    Secret password = new Secret("Password".toCharArray());
    exchange(password).next(challengeWithTime(8));
    assertThatThrownBy(() -> password.use(bytes -> bytes.length))
        .hasMessage("this secret has been wiped");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 4096})
  void aChallengeWithATimeOfAnotherLengthIsRefused(int length) {
    TokenExchange exchange = exchange();
    assertThatThrownBy(() -> exchange.next(challengeWithTime(length)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly(
                        "cm01.lab.example:443 sent an NTLM challenge that Garrison doesn't answer: its time has %d bytes instead of 8. Make the server require NTLM version 2, or use Kerberos. Garrison answers only NTLM version 2. [NTLM_CHALLENGE_REFUSED GAR-0248]"
                            .formatted(length)));
  }
}
