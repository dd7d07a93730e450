package dev.garrison.scripts;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.scripts.ModuleFunction.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
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

/** Manifest, files, help, messages and documents of the module say the same. */
final class GarrisonModuleTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern EXPORTED = Pattern.compile("(?m)^        '([\\w-]+)'$");
  private static final Pattern LOADED = Pattern.compile("(?m)^\\. \"\\$PSScriptRoot\\\\(.+)\"$");
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^    (\\w+) += (['\"]).*\\[(GAR-P\\d{3})]\\2$");
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| (GAR-P\\d{3}) \\| `(\\w+)` \\| [^|]+ \\| [^|]+ \\|$");
  private static final Pattern USED = Pattern.compile("\\$Text\\.(\\w+)");
  private static final Set<String> OF_EVERY_CHANGE = Set.of("WhatIf", "Confirm");

  private static Set<String> exported() {
    return ModuleFunction.all(EXPORTED, ModuleFunction.text("Garrison.psd1"))
        .collect(toCollection(TreeSet::new));
  }

  static List<ModuleFunction> everyFunction() {
    return ModuleFunction.all();
  }

  static Stream<ModuleFunction> everyExportedFunction() {
    Set<String> exported = exported();
    return ModuleFunction.all().stream().filter(function -> exported.contains(function.name()));
  }

  private static Map<String, String> messages() {
    return MESSAGE
        .matcher(ModuleFunction.text("Messages.ps1"))
        .results()
        .collect(toMap(m -> m.group(1), m -> m.group(3), (one, _) -> one, TreeMap::new));
  }

  @Test
  void theManifestExportsTheFunctionsThatAreMeantForPeople() {
    assertThat(exported())
        .containsExactly(
            "New-GarrisonClientSetting",
            "New-GarrisonOnboardingPolicy",
            "New-GarrisonUpdateRule",
            "Set-GarrisonEndpointProtection");
    assertThat(everyExportedFunction().map(ModuleFunction::name))
        .containsExactlyElementsOf(exported());
    assertThat(ModuleFunction.text("Garrison.psd1")).doesNotContain("*");
  }

  @Test
  void theModuleLoadsEveryFileBesideItAndNoOther() {
    assertThat(ModuleFunction.all(LOADED, ModuleFunction.text("Garrison.psm1")))
        .containsExactlyInAnyOrderElementsOf(
            ModuleFunction.files().stream().filter(name -> name.endsWith(".ps1")).toList());
    assertThat(ModuleFunction.files()).contains("Garrison.psd1", "Garrison.psm1");
  }

  @Test
  void theManifestHasTheVersionOfTheBuild() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version =
        ModuleFunction.all(
                Pattern.compile("<artifactId>garrison</artifactId>\\s+<version>([\\d.]+)"), pom)
            .findFirst()
            .orElseThrow();

    assertThat(ModuleFunction.text("Garrison.psd1"))
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
        Objects.requireNonNull(GarrisonModuleTest.class.getResourceAsStream(name), name)) {
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
  @MethodSource("everyExportedFunction")
  void theHelpDescribesEveryParameterAndNoOther(ModuleFunction function) {
    assertThat(function.sections("PARAMETER"))
        .extracting(Section::of)
        .containsExactlyInAnyOrderElementsOf(function.parameters())
        .contains("Name", "SiteCode");
    assertThat(function.sections("PARAMETER")).extracting(Section::text).doesNotContain("");
    assertThat(function.sections("DESCRIPTION"))
        .singleElement()
        .extracting(Section::text)
        .asString()
        .contains("Run it on a machine with the Configuration Manager console", "It needs the ");
    assertThat(function.sections("LINK"))
        .extracting(Section::text)
        .anyMatch(link -> link.startsWith("https://learn.microsoft.com/powershell/module/"));
  }

  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void twoExamplesCallTheFunctionAsItIs(ModuleFunction function) {
    assertThat(function.sections("EXAMPLE")).hasSize(2);
    Set<String> known = new HashSet<>(function.parameters());
    known.addAll(OF_EVERY_CHANGE);
    for (Section example : function.sections("EXAMPLE")) {
      assertThat(example.text()).startsWith(function.name() + " ").contains("\n\n");
      assertThat(ModuleFunction.given(example)).isSubsetOf(known).containsAll(function.mandatory());
    }
    assertThat(ModuleFunction.given(function.sections("EXAMPLE").getFirst())).contains("WhatIf");
  }

  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void aFunctionAsksBeforeItsFirstWrite(ModuleFunction function) {
    String body = function.body();
    int asked = body.indexOf("if (-not $PSCmdlet.ShouldProcess(");
    int written =
        Pattern.compile("\\b(New|Set)-CM")
            .matcher(body)
            .results()
            .findFirst()
            .orElseThrow()
            .start();

    assertThat(body).contains("[CmdletBinding(SupportsShouldProcess = $true)]");
    assertThat(asked).isPositive().isLessThan(written);
    assertThat(body.substring(asked)).contains("            return\n");
  }

  /** With the preference SilentlyContinue a throw would not end the function. */
  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void aRefusalEndsTheFunctionWhateverTheCallerPrefers(ModuleFunction function) {
    assertThat(function.body()).contains("    )\n    $ErrorActionPreference = 'Stop'\n");
  }

  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void theSitesDriveIsLeftAgain(ModuleFunction function) {
    assertThat(function.body())
        .contains(
            "    Enter-GarrisonSite -SiteCode $SiteCode\n    try {\n",
            "    } finally {\n        Pop-Location\n    }\n}\n");
  }

  @Test
  void everyMessageIsUsedAndEveryUsedOneIsThere() {
    Set<String> used =
        ModuleFunction.all().stream()
            .flatMap(function -> ModuleFunction.all(USED, function.body()))
            .collect(toCollection(TreeSet::new));

    assertThat(messages()).hasSizeGreaterThan(10);
    assertThat(messages().keySet()).isEqualTo(used);
    assertThat(ModuleFunction.text("Messages.ps1").lines().filter(line -> line.startsWith("    ")))
        .hasSameSizeAs(messages().keySet());
  }

  @Test
  void everyCodeIsDocumentedWithItsName() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    DOCUMENTED
        .matcher(Files.readString(ROOT.resolve("docs/operations.md")))
        .results()
        .forEach(m -> documented.put(m.group(2), m.group(1)));

    assertThat(messages().values()).doesNotHaveDuplicates();
    assertThat(messages()).isEqualTo(documented);
  }

  /** Whoever takes a release installs it; nothing starts by itself. */
  @Test
  void aRuleNeverMakesADeploymentThatIsOverdueOrEnabledUnasked() {
    assertThat(ModuleFunction.text("New-GarrisonUpdateRule.ps1"))
        .contains(
            "[ValidateRange(1, 90)]\n        [int] $DeadlineDays",
            "-DeadlineImmediately $false -DeadlineTime $DeadlineDays -DeadlineTimeUnit Days",
            "$enabled = $EnableDeployment.IsPresent",
            "-EnabledAfterCreate $enabled")
        .doesNotContain("-DeadlineImmediately $true");
  }
}
