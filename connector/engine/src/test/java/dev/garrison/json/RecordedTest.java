package dev.garrison.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What other versions recorded. */
final class RecordedTest {
  private record Shelf(String name, Optional<Integer> width, List<Book> books)
      implements JsonForm {}

  private record Book(String title, Optional<String> author) implements JsonForm {}

  private final Json json = new Json();

  private Recorded<Shelf> read(String text) {
    return json.recorded(json.parse(text), Shelf.class);
  }

  @Test
  void anAbsentOptionalPartIsEmpty() {
    assertThat(read("{\"name\":\"a\",\"books\":[{\"title\":\"t\"}]}"))
        .isEqualTo(
            new Recorded<>(
                new Shelf("a", Optional.empty(), List.of(new Book("t", Optional.empty()))),
                List.of()));
  }

  @Test
  void unknownPartsAreNamedWithTheirPlaces() {
    assertThat(
            read("{\"colour\":{\"name\":\"red\"},\"name\":\"a\",\"books\":[{\"title\":\"t\"},{\"pages\":[1,2],\"title\":\"u\"}]}")
                .unknown())
        .containsExactly("books[2].pages", "colour");
  }

  @Test
  void aPartThatIsNotOptionalMustBeThere() {
    assertThatThrownBy(() -> read("{\"books\":[]}"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'name' has the wrong form");
    assertThatThrownBy(() -> read("{\"name\":\"a\"}"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'books' has the wrong form");
  }

  @Test
  void aPartOfTheWrongFormIsRefused() {
    assertThatThrownBy(() -> read("{\"name\":\"a\",\"books\":[],\"width\":\"5\"}"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'width' has the wrong form");
  }

  @Test
  void nullIsNoForm() {
    assertThatThrownBy(() -> read("null"))
        .isInstanceOf(JsonException.class)
        .hasMessage("the value is null");
  }
}
