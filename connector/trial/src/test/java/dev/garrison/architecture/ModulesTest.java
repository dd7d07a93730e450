package dev.garrison.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which module a class belongs to, and which others it may know. */
final class ModulesTest {
  private static final JavaClasses PRODUCT =
      Product.CLASSES.that(
          describe("are the product's", type -> !Module.isLab(type.getPackageName())));

  @Test
  void everyClassHasAModule() {
    assertThat(PRODUCT)
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(Module.of(type.getPackageName())).as(type.getName()).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void aModuleKnowsOnlyWhatItMay(Module module) {
    classes()
        .that(describe("are in " + module, type -> isIn(module, type)))
        .should()
        .onlyDependOnClassesThat(
            describe(
                "it may know",
                type ->
                    !type.getPackageName().startsWith("dev.garrison")
                        || isIn(module, type)
                        || module.knows().stream().anyMatch(below -> isIn(below, type))
                        || (module == Module.CLI && Module.isLab(type.getPackageName()))))
        .check(PRODUCT);
  }

  private static boolean isIn(Module module, JavaClass type) {
    return Module.of(type.getPackageName()).filter(module::equals).isPresent();
  }
}
