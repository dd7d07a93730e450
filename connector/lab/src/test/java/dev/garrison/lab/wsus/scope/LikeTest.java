package dev.garrison.lab.wsus.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikeTest {
  @ParameterizedTest
  @CsvSource({
    "end%for%for, Update for Defender for Endpoint, false",
    "def%END, Update for Defender for Endpoint, true",
    "f_r%f_r%int, Update for Defender for Endpoint, true",
    "f_r%f_r%f_r, Update for Defender for Endpoint, false",
    "[dx]ef%[e]nd, Update for Defender for Endpoint, true",
    "%, Update, true",
    "date%, Update, true"
  })
  void aTextIsFoundAsSqlFindsIt(String like, String text, boolean found) {
    assertThat(Like.containing(like).matcher(text).matches()).isEqualTo(found);
  }

  @Test
  @Timeout(60)
  void manyPercentsAreNoMoreWorkThanManyLetters() {
    assertThat(Like.containing("%a".repeat(40) + "!").matcher("a".repeat(5000)).matches())
        .isFalse();
  }
}
