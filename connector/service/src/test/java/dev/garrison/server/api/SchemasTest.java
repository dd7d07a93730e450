package dev.garrison.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.state.StoredPlan;
import org.junit.jupiter.api.Test;

/** Names that programs of others are made from. */
final class SchemasTest {
  private final Schemas schemas = new Schemas(new Json());

  @Test
  void thePlanHasTheNameThatItEverHad() {
    assertThat(schemas.reference(StoredPlan.Form.class).path("$ref").asText())
        .isEqualTo("#/components/schemas/StoredPlan");
    JsonNode plan = schemas.known().getOrDefault("StoredPlan", new Json().object());
    assertThat(plan.toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"format\":{\"const\":\"garrison-plan/2\"}},\"required\":[\"format\",\"plan\",\"expires\",\"digest\"]}");
  }

  @Test
  void aPartThatIsLeftOutWhenItIsEmptyIsNotRequired() {
    schemas.reference(ApiAnswers.Run.class);
    JsonNode run = schemas.known().getOrDefault("Run", new Json().object());
    assertThat(run.path("properties").has("origin")).isTrue();
    assertThat(run.path("required").toString()).contains("\"journals\"").doesNotContain("origin");
  }

  @Test
  void partsOfUpdatesHaveTheNamesThatTheyEverHad() {
    assertThat(schemas.reference(ApiAnswers.Updates.class).path("$ref").asText())
        .isEqualTo("#/components/schemas/Updates");
    assertThat(schemas.known().keySet())
        .containsExactly("Beside", "Finding", "Group", "Line", "OnServer", "Updates");
  }
}
