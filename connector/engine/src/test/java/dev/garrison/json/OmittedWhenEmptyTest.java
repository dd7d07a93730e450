package dev.garrison.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OmittedWhenEmptyTest {
  private record Basket(@OmittedWhenEmpty Optional<Integer> apples, Optional<Integer> pears)
      implements JsonForm {}

  @Test
  void anEmptyPartSoMarkedHasNoKeyAndAnotherIsNull() {
    assertThat(new Json().canonical(new Basket(Optional.empty(), Optional.empty())))
        .isEqualTo("{\"pears\":null}");
  }

  @Test
  void aPartSoMarkedIsWrittenWhereItIsThere() {
    assertThat(new Json().canonical(new Basket(Optional.of(2), Optional.of(3))))
        .isEqualTo("{\"apples\":2,\"pears\":3}");
  }

  /** Two processes of one version talk so, and read strictly. */
  @Test
  void aParameterOfAMethodHasAllItsParts() {
    Json json = new Json();
    Basket empty = new Basket(Optional.empty(), Optional.empty());
    assertThat(json.node(empty)).hasToString("{\"apples\":null,\"pears\":null}");
    assertThat(json.read(json.node(empty), Basket.class)).isEqualTo(empty);
  }
}
