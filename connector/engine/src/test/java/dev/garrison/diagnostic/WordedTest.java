package dev.garrison.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WordedTest {
  private enum Fruit implements Worded {
    APPLE,
    BLOOD_ORANGE,
    KIWI {
      @Override
      public String word() {
        return "Chinese gooseberry";
      }
    }
  }

  @Test
  void aWordIsTheNameUnlessTheEnumSaysAnother() {
    assertThat(Worded.words(Fruit.class))
        .containsExactly("apple", "blood-orange", "Chinese gooseberry");
  }

  @Test
  void aConstantIsFoundByItsWordAlone() {
    assertThat(Worded.of(Fruit.class, "blood-orange")).contains(Fruit.BLOOD_ORANGE);
    assertThat(Worded.of(Fruit.class, "BLOOD_ORANGE")).isEmpty();
    assertThat(Worded.of(Fruit.class, "kiwi")).isEmpty();
  }

  @Test
  void aWordThatMustBeOneIsNamedWhereItIsNone() {
    assertThat(Worded.required(Fruit.class, "apple")).isEqualTo(Fruit.APPLE);
    assertThatThrownBy(() -> Worded.required(Fruit.class, "pear"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no Fruit 'pear'");
  }
}
