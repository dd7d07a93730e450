package dev.garrison.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import dev.garrison.engine.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What a kind can do shows in its class, so that the engine may ask for it. */
final class ResourceTypesTest {
  @Test
  void noneStandsInForAnother() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(ResourceType.class)
        .should()
        .haveRawType(assignableTo(ResourceType.class))
        .because("the engine would not see what the other one can do besides")
        .check(Product.CLASSES);
  }
}
