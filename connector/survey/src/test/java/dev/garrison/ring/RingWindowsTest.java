package dev.garrison.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.RingWindows.Lack;
import org.junit.jupiter.api.Test;

/** Servers without a window: the first six by name, all by number. */
final class RingWindowsTest {
  private static Lack of(int servers) {
    Lack lack = Lack.NONE;
    for (int number = 1; number <= servers; number++) {
      lack = lack.and("SRV" + number);
    }
    return lack;
  }

  @Test
  void nobodyIsNobody() {
    assertThat(Lack.NONE.isAny()).isFalse();
    assertThat(of(1).isAny()).isTrue();
    assertThat(RingWindows.FINE.none().isAny()).isFalse();
    assertThat(RingWindows.FINE.tooShort().isAny()).isFalse();
  }

  @Test
  void sixAreNamedAndFurtherOnesCounted() {
    assertThat(of(2).listed()).isEqualTo("SRV1, SRV2");
    assertThat(of(6).listed()).isEqualTo("SRV1, SRV2, SRV3, SRV4, SRV5, SRV6");
    assertThat(of(8).listed()).isEqualTo("SRV1, SRV2, SRV3, SRV4, SRV5, SRV6 and 2 more");
    assertThat(of(8).servers()).isEqualTo(8);
  }
}
