package dev.garrison.manifest.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RingSizeTest {
  @ParameterizedTest
  @CsvSource({"0, 5", "1, 5", "4, 5", "5, 10", "41, 50", "50, 60", "51, 65", "300000, 360000"})
  void aFifthMoreServersHaveRoom(long members, long most) {
    assertThat(RingSize.withHeadroom(members)).isEqualTo(most);
  }
}
