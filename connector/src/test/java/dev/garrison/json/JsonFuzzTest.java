package dev.garrison.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Damaged JSON ends in a value that can be written again, or in a {@link JsonException}, whichever
 * way it is read; see {@link FuzzRun} for long runs.
 */
final class JsonFuzzTest {
  /** One component of each form that our records have. */
  record Shapes(
      String text,
      int number,
      long large,
      boolean flag,
      BigDecimal exact,
      Optional<String> perhaps,
      Instant at,
      Duration during,
      Kind kind,
      Part part,
      List<Part> parts,
      Map<String, String> names,
      JsonNode any) {
    enum Kind {
      ONE,
      OTHER
    }

    record Part(String name, Optional<Part> inner) {}
  }

  private static final String SAMPLE =
      """
      {"text":"t\u00e4xt \\u00e9 \ud83d\ude00","number":17,"large":9007199254740993,"flag":true,
       "exact":-12.50e3,"perhaps":"x","at":"2026-11-24T21:04:00.5Z","during":"PT72H",
       "kind":"OTHER","part":{"name":"p","inner":{"name":"q","inner":null}},
       "parts":[{"name":"a","inner":null},{"name":"b","inner":null}],
       "names":{"a":"1","b":"2"},"any":[1,2.5,"x",null,{"y":[]}]}
      """;

  private final Json json = new Json();

  @Test
  void damagedJsonEndsInAValueOrInAJsonException() {
    String other = "[0,[[],{\"a\":{\"b\":{\"c\":[\"d\"]}}}],\"e\",null,true,1e2]";
    List<Sample> samples =
        List.of(Sample.json(SAMPLE), Sample.json(SAMPLE), Sample.json(SAMPLE), Sample.json(other));
    new FuzzRun("JSON", Mutator.json(samples)).check("record", this::outcome);
  }

  private String outcome(byte[] input) throws IOException {
    rows(input);
    JsonNode tree;
    try {
      tree = json.parse(new ByteArrayInputStream(input));
    } catch (JsonException e) {
      return refused(e);
    }
    String canonical = json.canonical(tree);
    assertThat(json.canonical(json.parse(canonical))).isEqualTo(canonical);
    try {
      Shapes shapes = json.read(new String(input, StandardCharsets.UTF_8), Shapes.class);
      String written = json.canonical(shapes);
      assertThat(json.canonical(json.read(written, Shapes.class))).isEqualTo(written);
      return "record";
    } catch (JsonException e) {
      return "value, no record";
    }
  }

  /** Token by token, as large answers are read. */
  private void rows(byte[] input) throws IOException {
    try (JsonParser parser = json.parser(new ByteArrayInputStream(input))) {
      List<JsonNode> rows = new ArrayList<>();
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          rows.add(json.value(parser));
        }
      }
      assertThat(rows).hasSizeLessThanOrEqualTo(input.length);
    } catch (JacksonException e) {
      refused(Json.failure(e));
    } catch (JsonException e) {
      refused(e);
    }
  }

  private static String refused(JsonException e) {
    assertThat(e.getMessage()).isNotBlank();
    return "no value";
  }
}
