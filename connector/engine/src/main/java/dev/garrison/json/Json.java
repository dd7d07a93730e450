package dev.garrison.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON with the only Jackson mapper of Garrison. Reading is strict: duplicate
 * keys, unknown properties, missing or null record components (other than an {@link
 * java.util.Optional}), null in a list or map, trailing text and silent conversions are refused,
 * and depth, name, number and text lengths are bounded. Polymorphism exists only where a sealed
 * type of Garrison names its parts. Writing is canonical: keys in alphabetical order, the same
 * bytes for the same value.
 *
 * <p>Safe for use by several threads.
 */
public final class Json {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ObjectMapper mapper = StrictMapper.create();
  private final ObjectReader one =
      mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final ObjectReader recorded =
      mapper.reader().without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /**
   * Reads one JSON value.
   *
   * @throws JsonException if the text is anything but exactly one JSON value
   */
  public JsonNode parse(String text) {
    try {
      return present(mapper.readTree(text));
    } catch (JacksonException e) {
      throw failure(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  /**
   * Reads one JSON value from a stream in UTF-8. Does not close the stream.
   *
   * @throws JsonException if the stream holds anything but exactly one JSON value
   * @throws IOException if the stream itself fails
   */
  public JsonNode parse(InputStream stream) throws IOException {
    try {
      return present(mapper.readTree(withoutMark(stream)));
    } catch (JacksonException e) {
      throw failure(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  /**
   * Reads a form.
   *
   * @throws JsonException if the text does not match the form exactly
   */
  public <T extends Record & JsonForm> T read(String text, Class<T> form) {
    return read(parse(text), form);
  }

  /**
   * Reads a form from a tree.
   *
   * @throws JsonException if the tree does not match the form exactly
   */
  public <T extends Record & JsonForm> T read(JsonNode tree, Class<T> form) {
    try {
      T value = mapper.treeToValue(tree, form);
      if (value == null) {
        throw new JsonException(Text.of("json.null"));
      }
      return value;
    } catch (JacksonException e) {
      throw failure(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  /**
   * Reads a parameter or a result of a method, such as a list of records. Returns null where that
   * is an empty optional.
   *
   * @throws JsonException if the tree does not match it exactly
   */
  public @Nullable Object read(JsonNode tree, Type shape) {
    try {
      return mapper.treeToValue(tree, mapper.constructType(shape));
    } catch (JacksonException e) {
      throw failure(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  /**
   * Reads a form that another version of Garrison may have written. An optional part may be absent,
   * and a part that the form does not have is named.
   *
   * @throws JsonException if a part that must be there is not, or one has the wrong form
   */
  public <T extends Record & JsonForm> Recorded<T> recorded(JsonNode tree, Class<T> form) {
    UnknownParts unknown = new UnknownParts();
    try {
      T value = recorded.withHandler(unknown).forType(form).readValue(tree);
      if (value == null) {
        throw new JsonException(Text.of("json.null"));
      }
      return new Recorded<>(value, unknown.paths());
    } catch (IOException e) {
      throw e instanceof JacksonException failed ? failure(failed) : new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  /**
   * A parameter or a result of a method as a tree; no part is left out, for its reader wants all.
   */
  public JsonNode node(Object value) {
    return StrictMapper.whole().valueToTree(value);
  }

  /** The form as a tree, which the caller owns. */
  public ObjectNode tree(JsonForm form) {
    return mapper.valueToTree(form);
  }

  /** An empty object. */
  public ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** An empty array. */
  public ArrayNode array() {
    return mapper.createArrayNode();
  }

  /** One line with sorted keys: the form for digests and journals. */
  public String canonical(JsonForm form) {
    return canonical(tree(form));
  }

  /** One line with sorted keys, from a tree. */
  public String canonical(JsonNode tree) {
    try {
      return mapper.writeValueAsString(sorted(tree));
    } catch (JacksonException e) {
      throw new UncheckedIOException("cannot write JSON", e);
    }
  }

  /**
   * Several lines for people, with sorted keys and a line feed at each line end on every system. An
   * invisible character is written as its number.
   */
  public String pretty(JsonForm form) {
    return pretty(tree(form));
  }

  /** Several lines for people, from a tree. */
  public String pretty(JsonNode tree) {
    try {
      return VisibleText.json(
              mapper.writer(StrictMapper.printer()).writeValueAsString(sorted(tree)))
          + "\n";
    } catch (JacksonException e) {
      throw new UncheckedIOException("cannot write JSON", e);
    }
  }

  /**
   * A parser for answers that are too large for memory. It has the same bounds and refuses
   * duplicate keys too. Closing it closes the stream.
   */
  public JsonParser parser(InputStream stream) throws IOException {
    return mapper.createParser(withoutMark(stream));
  }

  /**
   * Reads the value at the parser's position; afterwards the parser is at the value's last token.
   *
   * @throws JsonException if that is not one complete JSON value
   */
  public JsonNode value(JsonParser parser) throws IOException {
    try {
      return present(one.readTree(parser));
    } catch (JacksonException e) {
      throw failure(e);
    } catch (NumberFormatException e) {
      throw outOfRange(e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.setAll(fields);
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> result.add(sorted(element)));
      return result;
    }
    return node;
  }

  private static JsonNode present(JsonNode node) {
    if (node.isMissingNode()) {
      throw new JsonException(Text.of("json.empty"));
    }
    return node;
  }

  /** Skips a byte order mark, which may be ignored. JSON is UTF-8 (RFC 8259, section 8.1). */
  private static InputStream withoutMark(InputStream stream) throws IOException {
    PushbackInputStream rest = new PushbackInputStream(stream, BYTE_ORDER_MARK.length);
    byte[] start = rest.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      rest.unread(start);
    }
    return rest;
  }

  /** Converts an exception of {@link java.math.BigDecimal}, which Jackson lets through. */
  private static JsonException outOfRange(NumberFormatException cause) {
    return new JsonException(Text.of("json.number"), cause);
  }

  /**
   * Describes a failure and its place, for callers that use {@link #parser}. Jackson's own message
   * may quote the text, which may be a secret, so only the first line without its quotation is
   * kept.
   */
  public static JsonException failure(JacksonException cause) {
    Text what = StrictMapper.reason(cause);
    JsonLocation at = cause.getLocation();
    return new JsonException(
        at == null || at.getLineNr() < 1
            ? what
            : Text.of(
                "json.at",
                "line",
                String.valueOf(at.getLineNr()),
                "column",
                String.valueOf(at.getColumnNr()),
                "reason",
                what),
        cause);
  }
}
