package dev.garrison.scripts;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.scripts.ModuleFunction.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifest, files, help, messages and documents of each module say the same. */
final class PowerShellModulesTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern LOADED = Pattern.compile("(?m)^\\. \"\\$PSScriptRoot\\\\(.+)\"$");
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| (GAR-P\\d{3}) \\| `(\\w+)` \\| [^|]+ \\| [^|]+ \\|$");
  private static final Pattern USED = Pattern.compile("\\$Text\\.(\\w+)");

  static List<PowerShellModule> modules() {
    return List.of(PowerShellModule.CONSOLE, PowerShellModule.ADMIN);
  }

  static Stream<ModuleFunction> everyFunction() {
    return modules().stream().flatMap(module -> module.functions().stream());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theManifestExportsFunctionsThatAreThereAndNothingElse(PowerShellModule module) {
    assertThat(module.exportedFunctions())
        .extracting(ModuleFunction::name)
        .isNotEmpty()
        .containsExactlyElementsOf(module.exported());
    assertThat(module.manifest()).doesNotContain("*");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theModuleLoadsEveryFileBesideItAndNoOther(PowerShellModule module) {
    assertThat(ModuleFunction.all(LOADED, module.text(module.name() + ".psm1")))
        .containsExactlyInAnyOrderElementsOf(
            module.files().stream().filter(name -> name.endsWith(".ps1")).toList());
    for (String view : module.files().stream().filter(name -> name.endsWith(".ps1xml")).toList()) {
      assertThat(module.manifest()).contains("ToProcess", "= @('" + view + "')");
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theManifestHasTheVersionOfTheBuild(PowerShellModule module) throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version =
        ModuleFunction.all(
                Pattern.compile("<artifactId>garrison</artifactId>\\s+<version>([\\d.]+)"), pom)
            .findFirst()
            .orElseThrow();

    assertThat(module.manifest())
        .contains("    ModuleVersion     = '" + version + "'\n")
        .contains("    PowerShellVersion = '5.1'\n");
  }

  @ParameterizedTest
  @MethodSource("everyFunction")
  void aFileHoldsOneFunctionAndBearsItsName(ModuleFunction function) {
    assertThat(function.functions()).containsExactly(function.file().replaceFirst("\\.ps1$", ""));
    assertThat(function.body()).startsWith("function ");
  }

  @ParameterizedTest
  @MethodSource("everyFunction")
  void aFunctionBeginsWithAnApprovedVerb(ModuleFunction function) throws IOException {
    String name = "approved-verbs.txt";
    try (InputStream stream =
        Objects.requireNonNull(PowerShellModulesTest.class.getResourceAsStream(name), name)) {
      List<String> verbs =
          new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Arrays.stream(line.split(" ")))
              .toList();
      assertThat(verbs)
          .hasSize(98)
          .contains(function.name().substring(0, function.name().indexOf('-')));
    }
  }

  @ParameterizedTest
  @MethodSource("everyFunction")
  void aFunctionSaysWhatItIsFor(ModuleFunction function) {
    assertThat(function.sections("SYNOPSIS"))
        .singleElement()
        .extracting(Section::text)
        .asString()
        .isNotEmpty()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyMessageIsUsedAndEveryUsedOneIsThere(PowerShellModule module) {
    Set<String> used =
        module.functions().stream()
            .flatMap(function -> ModuleFunction.all(USED, function.body()))
            .collect(toCollection(TreeSet::new));

    assertThat(module.messages()).hasSizeGreaterThan(9);
    assertThat(module.messages().keySet()).isEqualTo(used);
    assertThat(module.text("Messages.ps1").lines().filter(line -> line.startsWith("    ")))
        .hasSameSizeAs(module.messages().keySet());
  }

  @Test
  void everyCodeIsDocumentedWithItsName() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    DOCUMENTED
        .matcher(Files.readString(ROOT.resolve("docs/reference/diagnostic-codes.md")))
        .results()
        .forEach(m -> documented.put(m.group(2), m.group(1)));
    Map<String, String> all = new TreeMap<>();
    modules().forEach(module -> all.putAll(module.messages()));

    assertThat(all.values()).doesNotHaveDuplicates();
    assertThat(all).isEqualTo(documented);
  }
}
