package dev.garrison.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of the routes, in the form of <a
 * href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>.
 */
final class OpenApi {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)\\}");
  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final String CONTENT = "content";
  private static final String JSON = "application/json";
  private static final String TOKEN = "token";

  private final Json json;
  private final String version;
  private final Schemas schemas;

  OpenApi(Json json, String version) {
    this.json = json;
    this.version = version;
    this.schemas = new Schemas(json);
  }

  /** The OpenAPI document, which its own route returns; it is filled when all routes are known. */
  record Document(String openapi, ObjectNode info, ObjectNode paths, ObjectNode components)
      implements JsonForm {
    static Document empty(Json json) {
      return new Document("3.1.1", json.object(), json.object(), json.object());
    }
  }

  void describe(List<Route> routes, Document document) {
    document
        .info()
        .put("title", "Garrison")
        .put("version", version)
        .put(
            DESCRIPTION,
            "What the service knows and can be told. Each role may do what the ones before it may: viewer, operator, approver.");
    for (Route route : routes) {
      document
          .paths()
          .withObjectProperty(route.path())
          .set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    document
        .components()
        .putObject("securitySchemes")
        .putObject(TOKEN)
        .put("type", "http")
        .put("scheme", "bearer")
        .put(DESCRIPTION, "A token of 'garrison token create'.");
    ObjectNode list = document.components().putObject("schemas");
    schemas.known().forEach(list::set);
  }

  private ObjectNode operation(Route route) {
    ObjectNode operation = json.object().put("summary", route.summary());
    operation.put("operationId", id(route));
    route
        .role()
        .ifPresent(role -> {
          operation.put(DESCRIPTION, "For the role %s and above.".formatted(role.word()));
          operation.put("x-garrison-role", role.word());
          operation.putArray("security").addObject().putArray(TOKEN);
        });
    ArrayNode parameters = operation.putArray("parameters");
    Matcher names = NAME.matcher(route.path());
    while (names.find()) {
      ObjectNode parameter =
          parameters
              .addObject()
              .put("name", names.group(1))
              .put("in", "path")
              .put("required", true);
      boolean isNumber = names.group(1).equals("run");
      parameter.putObject(SCHEMA).put("type", isNumber ? "integer" : "string");
    }
    for (Parameter each : route.parameters()) {
      parameters
          .addObject()
          .put("name", each.name())
          .put("in", "query")
          .put(DESCRIPTION, each.meaning())
          .putObject(SCHEMA)
          .put("type", each.isNumber() ? "integer" : "string");
    }
    route.body().ifPresent(shape -> body(operation, shape, route.needsBody()));
    responses(route, operation.putObject("responses"));
    return operation;
  }

  private static String id(Route route) {
    String words =
        route.path().replace(Routes.ROOT, "").replaceAll("[{}]", "").replaceAll("[^a-z]+", "-");
    return route.method().name().toLowerCase(Locale.ROOT) + words;
  }

  private void body(ObjectNode operation, Class<? extends JsonForm> shape, boolean isRequired) {
    operation
        .putObject("requestBody")
        .put("required", isRequired)
        .putObject(CONTENT)
        .putObject(JSON)
        .set(SCHEMA, schemas.reference(shape));
  }

  private void responses(Route route, ObjectNode responses) {
    boolean later =
        route.answer() == ApiAnswers.Begun.class || route.answer() == ApiAnswers.Asked.class;
    responses
        .putObject(later ? "202" : "200")
        .put(DESCRIPTION, later ? "It was begun; 'Location' says where to look." : "The answer.")
        .putObject(CONTENT)
        .putObject(JSON)
        .set(SCHEMA, schemas.reference(route.answer()));
    if (route.answer() == ApiAnswers.Health.class) {
      responses
          .putObject("503")
          .put(DESCRIPTION, "Not now.")
          .putObject(CONTENT)
          .putObject(JSON)
          .set(SCHEMA, schemas.reference(route.answer()));
    }
    responses
        .putObject("default")
        .put(DESCRIPTION, "A problem, with a code that stays.")
        .putObject(CONTENT)
        .putObject(Problem.MEDIA_TYPE)
        .set(SCHEMA, schemas.reference(Problem.class));
  }
}
