package dev.garrison.connection.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2), as received. */
final class ChallengeMessage {
  static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SHORTEST = 48;
  private static final int TYPE = 2;
  private static final int NEEDED =
      NtlmFlag.UNICODE | NtlmFlag.NTLM | NtlmFlag.EXTENDED_SESSION_SECURITY | NtlmFlag.TARGET_INFO;

  private final byte[] bytes;
  private final int flags;
  private final byte[] serverChallenge;
  private final AvPairs targetInformation;

  private ChallengeMessage(
      byte[] bytes, int flags, byte[] serverChallenge, AvPairs targetInformation) {
    this.bytes = bytes;
    this.flags = flags;
    this.serverChallenge = serverChallenge;
    this.targetInformation = targetInformation;
  }

  /**
   * Reads the message.
   *
   * @throws IllegalArgumentException if it is not a challenge, or one that NTLM version 2 cannot
   *     answer
   */
  static ChallengeMessage read(byte[] bytes) {
    if (bytes.length < SHORTEST
        || !Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
      throw new IllegalArgumentException("it is no NTLM message");
    }
    ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (source.getInt(8) != TYPE) {
      throw new IllegalArgumentException("it is no challenge");
    }
    int flags = source.getInt(20);
    if ((flags & NEEDED) != NEEDED) {
      throw new IllegalArgumentException(
          "it asks for an older NTLM than version 2 (flags %08x)".formatted(flags));
    }
    byte[] challenge = Arrays.copyOfRange(bytes, 24, 32);
    int length = Short.toUnsignedInt(source.getShort(40));
    int offset = source.getInt(44);
    if (offset < SHORTEST || (long) offset + length > bytes.length) {
      throw new IllegalArgumentException("its target information is cut");
    }
    return new ChallengeMessage(
        bytes.clone(),
        flags,
        challenge,
        AvPairs.read(Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  boolean has(int flag) {
    return (flags & flag) == flag;
  }

  int flags() {
    return flags;
  }

  byte[] serverChallenge() {
    return serverChallenge.clone();
  }

  AvPairs targetInformation() {
    return targetInformation;
  }
}
