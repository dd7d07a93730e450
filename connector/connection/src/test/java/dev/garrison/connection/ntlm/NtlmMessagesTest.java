package dev.garrison.connection.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.signin.ContactedServer.ChannelBinding;
import dev.garrison.digest.LegacyDigest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The published values of MS-NLMP 4.2.1 and 4.2.4, and what goes beyond them. User, domain,
 * password, challenges and time are those of 4.2.1.
 */
final class NtlmMessagesTest {
  private static final HexFormat HEX = HexFormat.of();

  /** CHALLENGE_MESSAGE of 4.2.4.3. */
  private static final String CHALLENGE =
      "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef"
          + "00000000000000002400240044000000060070170000000f530065007200760065007200"
          + "02000c0044006f006d00610069006e0001000c005300650072007600650072000000000";

  private static final byte[] NO_TIME = new byte[8];
  private static final byte[] SESSION_KEY = filled(16, 0x55);
  private static final byte[] CLIENT_CHALLENGE = filled(8, 0xaa);
  private static final NtlmMessages.Nonces NONCES =
      new NtlmMessages.Nonces(NO_TIME, CLIENT_CHALLENGE, SESSION_KEY);

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static ChallengeMessage challenge() {
    return ChallengeMessage.read(HEX.parseHex(CHALLENGE + "0"));
  }

  private static byte[] key() {
    return NtlmKeys.responseKey("User", "Domain", "Password".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] blob() {
    return NtlmKeys.blob(NO_TIME, CLIENT_CHALLENGE, challenge().targetInformation());
  }

  private static byte[] proof() {
    return NtlmKeys.proof(key(), challenge().serverChallenge(), blob());
  }

  @Test
  void theKeyOfUserDomainAndPasswordIsThePublishedOne() {
    assertThat(HEX.formatHex(key())).isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
  }

  @Test
  void theVariablePartOfTheResponseIsThePublishedOne() {
    assertThat(HEX.formatHex(blob()))
        .isEqualTo(
            "01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069"
                + "006e0001000c005300650072007600650072000000000000000000");
  }

  @Test
  void theProofIsThePublishedOne() {
    assertThat(HEX.formatHex(proof())).isEqualTo("68cd0ab851e51c96aabc927bebef6a1c");
  }

  @Test
  void theSessionKeysAreThePublishedOnes() {
    byte[] base = NtlmKeys.sessionBaseKey(key(), proof());
    assertThat(HEX.formatHex(base)).isEqualTo("8de40ccadbc14a82f15cb0ad0de95ca3");
    assertThat(HEX.formatHex(NtlmKeys.rc4(base, SESSION_KEY)))
        .isEqualTo("c5dad2544fc9799094ce1ce90bc9d03e");
  }

  private static byte[] field(byte[] message, int at) {
    ByteBuffer source = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    int offset = source.getInt(at + 4);
    return Arrays.copyOfRange(message, offset, offset + source.getShort(at));
  }

  private static byte[] message(Optional<ChannelBinding> binding) {
    AvPairs target =
        NtlmMessages.target(challenge().targetInformation(), "HTTP/cm01.contoso.example", binding);
    return NtlmMessages.authenticate(
        challenge(), target, NONCES, new String[] {"Domain", "User", "COMPUTER"}, key());
  }

  private static AvPairs sentTarget(byte[] message) {
    byte[] response = field(message, 20);
    return AvPairs.read(Arrays.copyOfRange(response, 44, response.length));
  }

  @Test
  void theMessageNamesUserDomainAndWorkstationAndBearsNoLmResponse() {
    byte[] message = message(Optional.empty());
    assertThat(field(message, 12)).isEqualTo(new byte[24]);
    assertThat(field(message, 28)).isEqualTo(NtlmKeys.text("Domain"));
    assertThat(field(message, 36)).isEqualTo(NtlmKeys.text("User"));
    assertThat(field(message, 44)).isEqualTo(NtlmKeys.text("COMPUTER"));
  }

  @Test
  void theIntegrityCodeCoversAllThreeMessages() {
    byte[] message = message(Optional.empty());
    byte[] mic = Arrays.copyOfRange(message, 72, 88);
    Arrays.fill(message, 72, 88, (byte) 0);
    assertThat(mic)
        .isEqualTo(
            LegacyDigest.hmacMd5(
                SESSION_KEY, NtlmMessages.negotiate(), challenge().bytes(), message));
  }

  @Test
  void theTargetSaysServiceIntegrityCodeAndChannel() {
    byte[] binding = "tls-server-end-point:x".getBytes(StandardCharsets.US_ASCII);
    AvPairs target = sentTarget(message(Optional.of(new ChannelBinding(binding))));
    assertThat(target.value(AvPairs.TARGET_NAME).orElseThrow())
        .isEqualTo(NtlmKeys.text("HTTP/cm01.contoso.example"));
    assertThat(target.value(AvPairs.FLAGS).orElseThrow()).isEqualTo(new byte[] {2, 0, 0, 0});
    byte[] structure = new byte[20 + binding.length];
    structure[16] = (byte) binding.length;
    System.arraycopy(binding, 0, structure, 20, binding.length);
    assertThat(target.value(AvPairs.CHANNEL_BINDINGS).orElseThrow())
        .isEqualTo(LegacyDigest.md5(structure));
  }

  @Test
  void withoutTlsTheChannelIsAllZero() {
    assertThat(sentTarget(message(Optional.empty())).value(AvPairs.CHANNEL_BINDINGS).orElseThrow())
        .isEqualTo(new byte[16]);
  }

  @Test
  void theServersTimeIsUsedWhereItSendsOne() {
    byte[] time = filled(8, 0x11);
    AvPairs pairs = challenge().targetInformation().with(AvPairs.TIMESTAMP, time);
    byte[] encoded = pairs.encoded();
    byte[] bytes = Arrays.copyOf(HEX.parseHex(CHALLENGE + "0"), 68 + encoded.length);
    System.arraycopy(encoded, 0, bytes, 68, encoded.length);
    bytes[40] = (byte) encoded.length;
    bytes[42] = (byte) encoded.length;
    byte[] message =
        NtlmMessages.authenticate(
            ChallengeMessage.read(bytes), pairs, NONCES, new String[] {"", "User", ""}, key());
    assertThat(Arrays.copyOfRange(field(message, 20), 24, 32)).isEqualTo(time);
  }

  @Test
  void aChallengeForAnOlderNtlmIsNotAnswered() {
    byte[] old = HEX.parseHex(CHALLENGE + "0");
    old[22] = 0;
    assertThatThrownBy(() -> ChallengeMessage.read(old))
        .hasMessage("it asks for an older NTLM than version 2 (flags e2008233)");
  }

  @Test
  void everyCutOfAChallengeIsRefusedOrRead() {
    byte[] whole = HEX.parseHex(CHALLENGE + "0");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ChallengeMessage.read(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
