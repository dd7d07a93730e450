package dev.garrison.webhook;

import dev.garrison.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature header that proves a message's origin and time to the receiver. Its value is the
 * HMAC-SHA256 (RFC 2104) with the shared secret over the time, a dot, and the body.
 */
final class Signature {
  static final String HEADER = "Garrison-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The header's value; the secret is erased. */
  static String of(Secret secret, Instant now, String body) {
    String time = Long.toString(now.getEpochSecond());
    byte[] signed = (time + "." + body).getBytes(StandardCharsets.UTF_8);
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(secret.useUp(key -> mac(key, signed)));
  }

  private static byte[] mac(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
    }
  }
}
