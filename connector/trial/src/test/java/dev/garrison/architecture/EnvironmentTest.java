package dev.garrison.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Where environment variables are read. */
final class EnvironmentTest {
  @Test
  void onlyTheWiringReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.wiring..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .because("the order of option, variable and default has one place")
        .check(Product.CLASSES);
  }
}
