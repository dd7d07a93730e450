package dev.garrison.share.smbj;

import static org.assertj.core.api.Assertions.assertThat;

import com.hierynomus.security.SecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against RFC 4493, section 4. */
final class AesCmacTest {
  private static final byte[] KEY = hex("2b7e151628aed2a6abf7158809cf4f3c");
  private static final byte[] MESSAGE =
      hex(
          "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
              + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static AesCmac keyed() throws SecurityException {
    AesCmac mac = new AesCmac();
    mac.init(KEY);
    return mac;
  }

  @ParameterizedTest
  @CsvSource({
    "0, bb1d6929e95937287fa37d129b756746",
    "16, 070a16b46b4d4144f79bdd9dd04a287c",
    "40, dfa66747de9ae63030ca32611497c827",
    "64, 51f0bebf7e3b9d92fc49741779363cfe"
  })
  void thePublishedVectorsComeOut(int length, String expected) throws SecurityException {
    AesCmac mac = keyed();
    mac.update(MESSAGE, 0, length);
    assertThat(mac.doFinal()).isEqualTo(hex(expected));
    mac.update((byte) 1);
    mac.reset();
    mac.update(Arrays.copyOf(MESSAGE, length));
    assertThat(mac.doFinal()).as("used again").isEqualTo(hex(expected));
  }

  @Test
  void piecesOfAnySizeGiveTheSameAsTheWhole() throws SecurityException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] message = new byte[40_000];
    random.nextBytes(message);
    AesCmac whole = keyed();
    whole.update(message);
    AesCmac pieces = keyed();
    for (int at = 0; at < message.length; ) {
      int length =
          Math.min(message.length - at, random.nextInt(1, random.nextBoolean() ? 40 : 20_000));
      pieces.update(message, at, length);
      at += length;
    }
    assertThat(pieces.doFinal()).as("seed %d", seed).isEqualTo(whole.doFinal());
  }
}
