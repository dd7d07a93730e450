package dev.garrison.connection.ntlm;

import dev.garrison.digest.LegacyDigest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The computations of NTLM version 2 (MS-NLMP 3.3.2 and 3.4.5). */
final class NtlmKeys {
  private NtlmKeys() {}

  /** NTOWFv2: the key derived from user, domain, and password. The password is UTF-8. */
  static byte[] responseKey(String user, String domain, byte[] password) {
    byte[] unicode = utf16(password);
    byte[] hash = LegacyDigest.md4(unicode);
    Arrays.fill(unicode, (byte) 0);
    try {
      return LegacyDigest.hmacMd5(hash, text(user.toUpperCase(Locale.ROOT) + domain));
    } finally {
      Arrays.fill(hash, (byte) 0);
    }
  }

  /** The variable part of the response, called temp in ComputeResponse. */
  static byte[] blob(byte[] time, byte[] clientChallenge, AvPairs target) {
    byte[] pairs = target.encoded();
    return ByteBuffer.allocate(32 + pairs.length)
        .put(new byte[] {1, 1, 0, 0, 0, 0, 0, 0})
        .put(time)
        .put(clientChallenge)
        .putInt(0)
        .put(pairs)
        .putInt(0)
        .array();
  }

  /** NTProofStr. */
  static byte[] proof(byte[] responseKey, byte[] serverChallenge, byte[] blob) {
    return LegacyDigest.hmacMd5(responseKey, serverChallenge, blob);
  }

  /** SessionBaseKey, which is also the key exchange key of version 2. */
  static byte[] sessionBaseKey(byte[] responseKey, byte[] proof) {
    return LegacyDigest.hmacMd5(responseKey, proof);
  }

  /** RC4K. */
  static byte[] rc4(byte[] key, byte[] value) {
    try {
      Cipher cipher = Cipher.getInstance("ARCFOUR");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
      return cipher.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no RC4", e);
    }
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private static byte[] utf16(byte[] utf8) {
    CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
    byte[] bytes = new byte[characters.length() * 2];
    for (int i = 0; i < characters.length(); i++) {
      bytes[2 * i] = (byte) characters.charAt(i);
      bytes[2 * i + 1] = (byte) (characters.charAt(i) >> 8);
    }
    Arrays.fill(characters.array(), '\0');
    return bytes;
  }
}
