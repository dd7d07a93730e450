package dev.garrison.mecm.odata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import org.junit.jupiter.api.Test;

/** How properties of a row are found. */
final class RowTest {
  private static Row row(String text) {
    return new Row((ObjectNode) new Json().parse(text));
  }

  @Test
  void aKeyThatTheServiceSpellsInItsOwnWayIsFound() {
    assertThat(row("{\"ResourceId\":16777219}").number("ResourceID")).hasValue(16777219);
    assertThat(row("{\"name\":\"DC01\"}").text("Name")).isEqualTo("DC01");
    assertThat(row("{\"RESOURCENAMES\":[\"dc01\"]}").texts("ResourceNames"))
        .containsExactly("dc01");
  }

  @Test
  void theExactSpellingGoesBeforeAnother() {
    assertThat(row("{\"resourceid\":1,\"ResourceID\":2}").number("ResourceID")).hasValue(2);
  }

  @Test
  void aPropertyThatIsNullIsNotLookedForInAnotherSpelling() {
    assertThat(row("{\"resourceid\":1,\"ResourceID\":null}").number("ResourceID")).isEmpty();
  }

  @Test
  void aPropertyThatIsInNoSpellingThereIsAbsent() {
    assertThat(row("{\"ResourceIDs\":1}").number("ResourceID")).isEmpty();
  }
}
