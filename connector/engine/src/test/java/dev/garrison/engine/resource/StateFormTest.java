package dev.garrison.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StateFormTest {
  private record Door(String name, int width) {
    Door {
      if (width < 1) {
        throw new IllegalArgumentException("width " + width);
      }
    }
  }

  private record First(String name, int width) implements RecordedState<Door> {
    static First of(Door door) {
      return new First(door.name(), door.width());
    }

    @Override
    public Door state() {
      return new Door(name, width);
    }
  }

  private record Second(String title, int millimetres, Optional<String> colour)
      implements RecordedState<Door> {
    static Second of(Door door) {
      return new Second(door.name(), door.width() * 10, Optional.empty());
    }

    @Override
    public Door state() {
      return new Door(title, millimetres / 10);
    }
  }

  private static final Door DOOR = new Door("front", 90);
  private static final String IN_FIRST = "{\"name\":\"front\",\"width\":90}";

  private final Json json = new Json();
  private final StateForm<Door> one = StateForm.of(Door.class, First.class, First::of);
  private final StateForm<Door> two = one.then(Second.class, Second::of);

  private JsonNode tree(String text) {
    return json.parse(text);
  }

  @Test
  void aStateIsWrittenInTheNewestForm() {
    assertThat(json.canonical(two.write(json, DOOR)))
        .isEqualTo("{\"colour\":null,\"millimetres\":900,\"title\":\"front\"}");
    assertThat(two.number()).isEqualTo(2);
  }

  @Test
  void aStateIsReadInTheFormInWhichItWasWritten() {
    assertThat(two.read(json, 1, tree(IN_FIRST))).isEqualTo(new Recorded<>(DOOR, List.of()));
    assertThat(two.read(json, 2, two.write(json, DOOR))).isEqualTo(new Recorded<>(DOOR, List.of()));
  }

  @Test
  void anOptionalPartMayBeAbsent() {
    assertThat(two.read(json, 2, tree("{\"millimetres\":900,\"title\":\"front\"}")).value())
        .isEqualTo(DOOR);
  }

  @Test
  void aPartThatMustBeThereIsMissed() {
    assertThatThrownBy(() -> one.read(json, 1, tree("{\"width\":90}")))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'name' has the wrong form");
  }

  @Test
  void aPartThatIsNotKnownIsNamed() {
    assertThat(one.read(json, 1, tree("{\"lock\":[1,{}]," + IN_FIRST.substring(1))))
        .isEqualTo(new Recorded<>(DOOR, List.of("lock")));
  }

  @Test
  void aFormOfALaterVersionIsRefused() {
    assertThatThrownBy(() -> one.read(json, 2, tree(IN_FIRST)))
        .isInstanceOf(JsonException.class)
        .hasMessage("its form is 2, and this version of Garrison knows forms up to 1");
  }

  @Test
  void aNumberThatNoFormHasIsRefused() {
    assertThatThrownBy(() -> one.read(json, 0, tree(IN_FIRST)))
        .isInstanceOf(JsonException.class)
        .hasMessage("its form is 0, and this version of Garrison knows forms up to 1");
  }

  @Test
  void aStateThatCannotBeIsRefused() {
    assertThatThrownBy(() -> one.read(json, 1, tree("{\"name\":\"front\",\"width\":0}")))
        .isInstanceOf(JsonException.class)
        .hasMessage("it is no state of the kind");
  }
}
