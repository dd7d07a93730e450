package dev.garrison.connection.ntlm;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** NTLM version 2 over HTTP, with integrity code, target name, and channel binding. */
public final class NtlmScheme implements TokenScheme {
  private static final Instant FILETIME_BEGINS = Instant.parse("1601-01-01T00:00:00Z");

  private final NtlmAccount account;
  private final Optional<String> servicePrincipal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param servicePrincipal the requested service; absent: HTTP and the host of the address
   * @param clock for servers that do not send their time
   */
  public NtlmScheme(NtlmAccount account, Optional<String> servicePrincipal, Clock clock) {
    this.account = account;
    this.servicePrincipal = servicePrincipal;
    this.clock = clock;
  }

  /**
   * Names of the scheme. Servers that only offer Negotiate accept NTLM's messages there too
   * (MS-SPNG 3.2.5.2).
   */
  @Override
  public List<String> names() {
    return List.of("NTLM", "Negotiate");
  }

  @Override
  public boolean opens() {
    return false;
  }

  @Override
  public TokenExchange begin(ContactedServer server) {
    return new Exchange(server);
  }

  private final class Exchange implements TokenExchange {
    private final ContactedServer server;

    Exchange(ContactedServer server) {
      this.server = server;
    }

    @Override
    public byte[] next(Optional<byte[]> fromServer) {
      return fromServer.map(this::authenticate).orElseGet(NtlmMessages::negotiate);
    }

    private byte[] authenticate(byte[] token) {
      ChallengeMessage challenge;
      try {
        challenge = ChallengeMessage.read(token);
      } catch (IllegalArgumentException e) {
        throw new RefusalException(
            Diagnostic.error(
                SignInCode.NTLM_CHALLENGE_REFUSED,
                Message.of("ntlm.challenge-refused", "server", server.authority(), "reason", e)),
            e);
      }
      AvPairs target =
          NtlmMessages.target(
              challenge.targetInformation(),
              servicePrincipal.orElse("HTTP/" + server.host()),
              server.channelBinding());
      byte[] key =
          account
              .password()
              .get()
              .useUp(password -> NtlmKeys.responseKey(account.user(), account.domain(), password));
      try {
        return NtlmMessages.authenticate(
            challenge, target, nonces(), new String[] {account.domain(), account.user(), ""}, key);
      } finally {
        // Whoever has it signs in as with the password.
        Arrays.fill(key, (byte) 0);
      }
    }

    private NtlmMessages.Nonces nonces() {
      return new NtlmMessages.Nonces(
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(ticks()).array(),
          random(8),
          random(16));
    }

    /** The time in units of 100 nanoseconds; in nanoseconds, it would not fit a long. */
    private long ticks() {
      Duration since = Duration.between(FILETIME_BEGINS, clock.instant());
      return since.getSeconds() * 10_000_000 + since.getNano() / 100;
    }

    private byte[] random(int length) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return bytes;
    }

    /**
     * Does not check the answer: NTLM proves only the client's identity, and TLS proves the
     * server's.
     */
    @Override
    public void accepted(Optional<byte[]> fromServer) {}

    @Override
    public Diagnostic rejected() {
      return Diagnostic.error(
          SignInCode.SIGN_IN_REJECTED,
          Message.of(
              server.channelBinding().isPresent() ? "ntlm.bound-rejected" : "ntlm.rejected",
              "server",
              server.authority(),
              "account",
              account.shown()));
    }
  }
}
