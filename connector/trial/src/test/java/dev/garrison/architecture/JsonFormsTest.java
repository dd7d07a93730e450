package dev.garrison.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is recorded or answered as JSON has types of its own: {@link JsonForm}. */
final class JsonFormsTest {
  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Boolean.class,
          Integer.class,
          Long.class,
          Double.class,
          BigDecimal.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          UUID.class);
  private static final Set<Class<?>> COLLECTIONS =
      Set.of(Optional.class, List.class, Set.class, SortedSet.class, Map.class, SortedMap.class);

  private static List<Class<?>> forms() {
    return Product.CLASSES.stream()
        .filter(type -> type.isAssignableTo(JsonForm.class) && !type.isInterface())
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  private static boolean belongsInAForm(Type type) {
    return switch (type) {
      case Class<?> plain ->
          plain.isPrimitive()
              || VALUES.contains(plain)
              || JsonForm.class.isAssignableFrom(plain)
              || JsonNode.class.isAssignableFrom(plain);
      case ParameterizedType collection ->
          COLLECTIONS.contains(collection.getRawType())
              && Arrays.stream(collection.getActualTypeArguments())
                  .allMatch(JsonFormsTest::belongsInAForm);
      default -> false;
    };
  }

  private static Stream<String> strangers(Class<?> form) {
    return Arrays.stream(form.getRecordComponents())
        .filter(component -> !belongsInAForm(component.getGenericType()))
        .map(component -> described(form, component));
  }

  private static String described(Class<?> form, RecordComponent component) {
    return form.getName() + "." + component.getName() + " is " + component.getGenericType();
  }

  @Test
  void everyFormIsARecord() {
    assertThat(forms()).isNotEmpty().allMatch(Class::isRecord);
  }

  @Test
  void aFormConsistsOfValuesAndOtherForms() {
    assertThat(forms().stream().flatMap(JsonFormsTest::strangers)).isEmpty();
  }

  @Test
  void noTypeOfTheManifestOrOfTheEngineIsAForm() {
    assertThat(
            forms().stream()
                .map(Class::getName)
                .filter(name ->
                    name.startsWith("dev.garrison.manifest.")
                        || name.startsWith("dev.garrison.engine."))
                .filter(name -> !name.startsWith("dev.garrison.engine.resource.Recorded")))
        .isEmpty();
  }

  @Test
  void onlyTheConversationOfTwoProcessesPassesOnWhatIsNoForm() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.json", "dev.garrison.jobaccess")
        .should()
        .callMethod(Json.class, "node", Object.class)
        .orShould()
        .callMethod(Json.class, "read", JsonNode.class, Type.class)
        .because("a file or an answer is read by other versions, and a message between two is not")
        .check(Product.CLASSES);
  }
}
