package dev.garrison.connection.ntlm;

import dev.garrison.connection.signin.ContactedServer.ChannelBinding;
import dev.garrison.digest.LegacyDigest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Writes the two messages of the client (MS-NLMP 2.2.1.1 and 2.2.1.3). */
final class NtlmMessages {
  private static final int MIC_OFFSET = 72;
  private static final int MIC_LENGTH = 16;
  private static final int PAYLOAD = MIC_OFFSET + MIC_LENGTH;
  private static final int LM_LENGTH = 24;

  /** Windows 10, NTLMSSP_REVISION_W2K3 (2.2.2.10); servers only log it. */
  private static final byte[] VERSION = {10, 0, 0x61, 0x4A, 0, 0, 0, 15};

  private static final byte[] EMPTY = new byte[0];

  private NtlmMessages() {}

  /** NEGOTIATE_MESSAGE. */
  static byte[] negotiate() {
    return ByteBuffer.allocate(40)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ChallengeMessage.SIGNATURE)
        .putInt(1)
        .putInt(NtlmFlag.WANTED)
        .putLong(0)
        .putLong(0)
        .put(VERSION)
        .array();
  }

  /**
   * Values that the client adds: time, challenge, and session key. The time is a FILETIME, used
   * where the server sent none; the challenge has eight random bytes, the session key sixteen.
   */
  static final class Nonces {
    private final byte[] time;
    private final byte[] challenge;
    private final byte[] sessionKey;

    Nonces(byte[] time, byte[] challenge, byte[] sessionKey) {
      this.time = time.clone();
      this.challenge = challenge.clone();
      this.sessionKey = sessionKey.clone();
    }
  }

  /**
   * Target information of the response. It has the pairs of the server, and adds that the message
   * has an integrity code, the requested service, and the TLS connection (3.1.5.1.2).
   */
  static AvPairs target(
      AvPairs fromServer, String service, Optional<ChannelBinding> channelBinding) {
    int flags =
        fromServer
            .value(AvPairs.FLAGS)
            .filter(value -> value.length == Integer.BYTES)
            .map(value -> ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt())
            .orElse(0);
    AvPairs pairs =
        fromServer
            .with(
                AvPairs.FLAGS,
                ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(flags | AvPairs.HAS_MIC)
                    .array())
            .with(
                AvPairs.CHANNEL_BINDINGS,
                channelBinding
                    .map(binding -> bindingHash(binding.value()))
                    .orElse(new byte[MIC_LENGTH]));
    return pairs.with(AvPairs.TARGET_NAME, NtlmKeys.text(service));
  }

  /**
   * MD5 of gss_channel_bindings_struct (MS-NLMP 2.2.2.1, RFC 2744 section 3.11) without addresses.
   */
  private static byte[] bindingHash(byte[] binding) {
    return LegacyDigest.md5(
        ByteBuffer.allocate(20 + binding.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putInt(0)
            .putInt(0)
            .putInt(0)
            .putInt(binding.length)
            .put(binding)
            .array());
  }

  /**
   * AUTHENTICATE_MESSAGE with NTLMv2_RESPONSE and MIC. The LM response is empty (all zero), as
   * 3.1.5.1.2 requires when the server sends a time.
   */
  static byte[] authenticate(
      ChallengeMessage challenge, AvPairs target, Nonces nonces, String[] who, byte[] key) {
    byte[] time = challenge.targetInformation().value(AvPairs.TIMESTAMP).orElse(nonces.time);
    byte[] blob = NtlmKeys.blob(time, nonces.challenge, target);
    byte[] proof = NtlmKeys.proof(key, challenge.serverChallenge(), blob);
    byte[] response = ByteBuffer.allocate(proof.length + blob.length).put(proof).put(blob).array();
    byte[] baseKey = NtlmKeys.sessionBaseKey(key, proof);
    boolean exchange = challenge.has(NtlmFlag.KEY_EXCHANGE);
    byte[] sessionKey = exchange ? nonces.sessionKey : baseKey;
    byte[] sent = exchange ? NtlmKeys.rc4(baseKey, sessionKey) : EMPTY;
    byte[] message =
        message(
            challenge.flags() & NtlmFlag.WANTED,
            new byte[LM_LENGTH],
            response,
            NtlmKeys.text(who[0]),
            NtlmKeys.text(who[1]),
            NtlmKeys.text(who[2]),
            sent);
    byte[] mic = LegacyDigest.hmacMd5(sessionKey, negotiate(), challenge.bytes(), message);
    System.arraycopy(mic, 0, message, MIC_OFFSET, MIC_LENGTH);
    return message;
  }

  /** The fields in the order of 2.2.1.3: LM, NT, domain, user, workstation, session key. */
  private static byte[] message(int flags, byte[]... fields) {
    int length = PAYLOAD;
    for (byte[] field : fields) {
      length += field.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ChallengeMessage.SIGNATURE).putInt(3);
    int offset = PAYLOAD;
    for (byte[] field : fields) {
      out.putShort((short) field.length).putShort((short) field.length).putInt(offset);
      offset += field.length;
    }
    out.putInt(flags).put(VERSION).put(new byte[MIC_LENGTH]);
    for (byte[] field : fields) {
      out.put(field);
    }
    return out.array();
  }
}
