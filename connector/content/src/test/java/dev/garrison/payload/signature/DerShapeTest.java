package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.garrison.payload.DamagedFileException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DerShapeTest {
  private static final byte[] NUMBER = {2, 1, 5};

  private static String refusal(byte[] bytes) {
    return String.valueOf(catchThrowable(() -> DerShape.only(bytes)).getMessage());
  }

  @Test
  void sevenZeroBytesAreTakenOff() throws DamagedFileException {
    assertThat(DerShape.only(NUMBER)).containsExactly(2, 1, 5);
    assertThat(DerShape.only(Arrays.copyOf(NUMBER, 10))).containsExactly(2, 1, 5);
  }

  @Test
  void anythingElseBehindTheValueIsRefused() {
    byte[] another = Arrays.copyOf(NUMBER, 10);
    another[9] = 1;

    assertThat(refusal(another)).isEqualTo("data follows the signature");
    assertThat(refusal(Arrays.copyOf(NUMBER, 11))).isEqualTo("data follows the signature");
  }
}
