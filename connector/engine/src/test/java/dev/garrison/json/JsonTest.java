package dev.garrison.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonTest {
  private final Json json = new Json();

  record Ring(String name, int maxDevices, Optional<Instant> opened, Duration soak)
      implements JsonForm {}

  private static final Ring PILOT =
      new Ring("pilot", 25, Optional.of(Instant.parse("2026-11-24T21:04:00Z")), Duration.ofDays(3));

  record Basket(int apples) implements JsonForm {
    public boolean isEmpty() {
      return apples == 0;
    }
  }

  @Test
  void aQuestionToARecordIsNotWrittenAsAProperty() {
    assertThat(json.canonical(new Basket(2))).isEqualTo("{\"apples\":2}");
    assertThat(json.read(json.canonical(new Basket(2)), Basket.class)).isEqualTo(new Basket(2));
  }

  @Test
  void aRecordSurvivesWritingAndReading() {
    assertThat(json.read(json.canonical(PILOT), Ring.class)).isEqualTo(PILOT);
  }

  @Test
  void canonicalTextIsOneSortedLine() {
    assertThat(json.canonical(PILOT))
        .isEqualTo(
            "{\"maxDevices\":25,\"name\":\"pilot\",\"opened\":\"2026-11-24T21:04:00Z\",\"soak\":\"PT72H\"}");
  }

  @Test
  void prettyTextIsSortedAndEndsWithALineFeed() {
    assertThat(json.pretty(json.parse("{\"b\":[1,2],\"a\":\"x\"}")))
        .isEqualTo("{\n  \"a\" : \"x\",\n  \"b\" : [\n    1,\n    2\n  ]\n}\n");
  }

  @Test
  void aDuplicateKeyIsRefused() {
    assertThatThrownBy(() -> json.parse("{\"a\":1,\n\"a\":2}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("line 2, column 4: a property appears twice");
  }

  @Test
  void anUnknownPropertyIsNamed() {
    assertThatThrownBy(() ->
            json.read(
                "{\"name\":\"p\",\"maxDevices\":1,\"opened\":null,\"soak\":\"PT1H\",\"x\":1}",
                Ring.class))
        .hasMessageEndingWith("unknown property 'x'");
  }

  @Test
  void aMissingComponentIsNamed() {
    assertThatThrownBy(
            () -> json.read("{\"name\":\"p\",\"opened\":null,\"soak\":\"PT1H\"}", Ring.class))
        .hasMessageContaining("'maxDevices' has the wrong form");
  }

  @Test
  void aNumberIsNotTakenForAText() {
    assertThatThrownBy(() ->
            json.read(
                "{\"name\":5,\"maxDevices\":1,\"opened\":null,\"soak\":\"PT1H\"}", Ring.class))
        .hasMessageEndingWith("'name' has the wrong form");
  }

  @Test
  void truncatedTextIsToldApart() {
    assertThatThrownBy(() -> json.parse("{\"a\":[1,2"))
        .hasMessageEndingWith("the text ends too early");
  }

  @Test
  void textAfterTheValueIsRefused() {
    assertThatThrownBy(() -> json.parse("{} {}")).isInstanceOf(JsonException.class);
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThatThrownBy(() -> json.parse("")).hasMessage("the text is empty");
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> json.parse("[".repeat(100_000)))
        .hasMessageEndingWith("the text is larger or deeper than Garrison accepts");
  }

  @Test
  void nullIsNotARecord() {
    assertThatThrownBy(() -> json.read("null", Ring.class))
        .isInstanceOf(JsonException.class)
        .hasMessage("the value is null");
  }

  @Test
  void aNullComponentIsNamed() {
    assertThatThrownBy(() ->
            json.read(
                "{\"name\":null,\"maxDevices\":1,\"opened\":null,\"soak\":\"PT1H\"}", Ring.class))
        .isInstanceOf(JsonException.class)
        .hasMessageEndingWith("'name' has the wrong form");
  }

  record Parts(List<String> list, Map<String, String> map) implements JsonForm {}

  @Test
  void nullInAListOrAMapIsRefused() {
    assertThatThrownBy(() -> json.read("{\"list\":[null],\"map\":{}}", Parts.class))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'list");
    assertThatThrownBy(() -> json.read("{\"list\":[],\"map\":{\"a\":null}}", Parts.class))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("'map");
  }

  @Test
  void anExponentBeyondAllBoundsIsRefused() {
    assertThatThrownBy(() -> json.parse("[1e9999999999]"))
        .isInstanceOf(JsonException.class)
        .hasMessage("a number is out of range");
  }

  @Test
  void bytesAreReadAsUtf8Only() throws IOException {
    assertThat(json.parse(bytes("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(json.object().put("a", 1));
    assertThatThrownBy(() -> json.parse(bytes("{}".getBytes(StandardCharsets.UTF_16LE))))
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> json.parse(bytes(new byte[] {'{', 0, 0, 0, -1, -1, -1, -1})))
        .isInstanceOf(JsonException.class);
  }

  private static InputStream bytes(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void theMessageDoesNotQuoteTheText() {
    assertThatThrownBy(() -> json.parse("{\"password\": hunter2}"))
        .hasMessage("line 1, column 14: this is not JSON");
  }

  @Test
  void keyOrderNeverChangesTheCanonicalForm() {
    long seed = 20261124L;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      JsonNode tree = value(random, 4);
      assertThat(json.canonical(shuffled(tree, random)))
          .as("seed %d, case %d", seed, i)
          .isEqualTo(json.canonical(tree));
    }
  }

  private JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> json.object().numberNode(random.nextLong());
      case 1 -> json.object().textNode("t\u00e4xt " + random.nextInt(100));
      case 2 -> json.object().booleanNode(random.nextBoolean());
      case 3 -> {
        ArrayNode array = json.array();
        random.ints(random.nextInt(4)).forEach(_ -> array.add(value(random, depth - 1)));
        yield array;
      }
      default -> {
        ObjectNode object = json.object();
        random
            .ints(random.nextInt(6), 0, 1000)
            .forEach(key -> object.set("k" + key, value(random, depth - 1)));
        yield object;
      }
    };
  }

  private JsonNode shuffled(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      Collections.shuffle(fields, random);
      ObjectNode result = json.object();
      fields.forEach(field -> result.set(field.getKey(), shuffled(field.getValue(), random)));
      return result;
    }
    return node;
  }

  record Flagged(String name, boolean is64Bit) implements JsonForm {
    public boolean isNone() {
      return name.isEmpty();
    }

    public String getLabel() {
      return "label";
    }
  }

  @Test
  void aRecordIsWrittenAsItsComponentsAndNothingElse() {
    Flagged flagged = new Flagged("x", true);
    assertThat(json.canonical(flagged)).isEqualTo("{\"is64Bit\":true,\"name\":\"x\"}");
    assertThat(json.read(json.tree(flagged), Flagged.class)).isEqualTo(flagged);
  }
}
