package dev.garrison.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.garrison.language.Text;
import java.util.stream.Collectors;

/** Configures the JSON mapper and words its refusals. */
final class StrictMapper {
  private static final int MOST_DEPTH = 64;
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_NUMBER = 64;

  /** Longest text; an application's digest with its icons is one text. */
  private static final int LONGEST_TEXT = 8 * 1024 * 1024;

  private StrictMapper() {}

  static ObjectMapper create() {
    return JsonMapper.builder(factory())
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .accessorNaming(ComponentNaming.provider())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        // A question such as isNone() is no part of a record; written, it could not be read again.
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .withCoercionConfig(
            LogicalType.Textual,
            config -> {
              config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
              config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            })
        .build();
  }

  /** A mapper that also writes parts that {@link OmittedWhenEmpty} leaves out. */
  static ObjectMapper whole() {
    return Whole.MAPPER;
  }

  /** Made when it is first needed. */
  private static final class Whole {
    static final ObjectMapper MAPPER =
        create()
            .setAnnotationIntrospector(
                new JacksonAnnotationIntrospector() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public JsonInclude.Value findPropertyInclusion(Annotated part) {
                    return JsonInclude.Value.empty();
                  }
                });
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MOST_DEPTH)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(LONGEST_TEXT)
                .build())
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /** Printer that indents with two blanks and ends lines with a line feed, on every system. */
  static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  /** Reason why the text was refused, without values quoted from it. */
  static Text reason(JacksonException cause) {
    return switch (cause) {
      case StreamConstraintsException _ -> Text.of("json.too-large");
      case JsonEOFException _ -> Text.of("json.cut-off");
      case UnrecognizedPropertyException unknown ->
          Text.of("json.unknown-property", "property", quoted(unknown));
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          Text.of("json.wrong-form", "property", quoted(mapping));
      case JsonMappingException _ -> Text.of("json.text-form");
      case JacksonException other when duplicate(other) -> Text.of("json.twice");
      default -> Text.of("json.none");
    };
  }

  private static String quoted(JsonMappingException failure) {
    return "'" + path(failure) + "'";
  }

  private static boolean duplicate(JacksonException failure) {
    String message = failure.getOriginalMessage();
    return message != null && message.startsWith("Duplicate field");
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
