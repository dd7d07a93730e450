package dev.garrison.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module a class belongs to, and which others it may know. */
final class ModulesTest {
  /** A dependency of main code on a module of ours: neither scope nor type is said. */
  private static final Pattern OURS =
      Pattern.compile(
          "<groupId>dev\\.garrison</groupId>\\s*<artifactId>([\\w-]+)</artifactId>\\s*</dependency>");

  /** An arrow of the picture, which has its meaning as a title. */
  private static final Pattern ARROW = Pattern.compile("<line[^>]*><title>([^<]+)</title>");

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

  /** The names of our modules that a pom gives to main code. */
  private static List<String> given(Module module) throws IOException {
    String pom = Files.readString(Product.ROOT.resolve("connector/" + module.word() + "/pom.xml"));
    return OURS.matcher(pom).results().map(found -> found.group(1)).toList();
  }

  private static Stream<Module> ofConnector() {
    return Stream.of(Module.values()).filter(module -> module != Module.CATALOG);
  }

  @ParameterizedTest
  @MethodSource("ofConnector")
  void thePomGivesAModuleWhatItMayKnow(Module module) throws IOException {
    List<String> known =
        Stream.concat(
                module.knows().stream().map(ModulesTest::artifact),
                Stream.of("lab").filter(_ -> module == Module.CLI))
            .toList();
    assertThat(given(module)).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @MethodSource("ofConnector")
  void thePageOfTheArchitectureShowsWhatAModuleMayKnow(Module module) throws IOException {
    String known = module.knows().stream().map(Module::word).collect(Collectors.joining(", "));
    assertThat(Files.readAllLines(Product.ROOT.resolve("docs/architecture.md")))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("| `" + module.word() + "` | ")
                .endsWith(" | " + (known.isEmpty() ? "no other module" : known) + " |"));
  }

  @Test
  void thePictureOfTheArchitectureHasTheArrowsOfTheTable() throws IOException {
    assertThat(Files.readString(Product.ROOT.resolve("docs/architecture.md")))
        .contains("](modules.svg)");
    String picture = Files.readString(Product.ROOT.resolve("docs/modules.svg"));
    assertThat(ARROW.matcher(picture).results().map(arrow -> arrow.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Module.values()).flatMap(Module::arrows).toList());
  }

  private static String artifact(Module module) {
    return module == Module.CATALOG ? "wsus-catalog" : "garrison-" + module.word();
  }

  private static boolean isIn(Module module, JavaClass type) {
    return Module.of(type.getPackageName()).filter(module::equals).isPresent();
  }

  @Test
  void languagesStandAlone() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.language")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "com.ibm.icu..", "dev.garrison.language")
        .because("diagnostics are written with them")
        .check(Product.CLASSES);
  }
}
