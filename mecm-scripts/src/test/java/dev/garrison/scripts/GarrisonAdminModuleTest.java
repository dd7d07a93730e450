package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.scripts.ModuleFunction.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the module for administrators promises to those who read its help. What it does is tested
 * where it runs, by {@code Garrison.Admin.Tests.ps1}.
 */
final class GarrisonAdminModuleTest {
  private static final Set<String> OF_EVERY_FUNCTION =
      Set.of("WhatIf", "Confirm", "Verbose", "ErrorAction");
  private static final Pattern TYPE = Pattern.compile("'(Garrison\\.\\w+)'");
  private static final Pattern VIEWED = Pattern.compile("<TypeName>(Garrison\\.\\w+)</TypeName>");

  static List<ModuleFunction> everyExportedFunction() {
    return PowerShellModule.ADMIN.exportedFunctions();
  }

  @Test
  void theManifestExportsTheFunctionsThatAreMeantForPeople() {
    assertThat(PowerShellModule.ADMIN.exported())
        .containsExactly(
            "Get-GarrisonEvidence",
            "Get-GarrisonJob",
            "Get-GarrisonPlan",
            "Get-GarrisonRing",
            "Get-GarrisonSensorUpdate",
            "Get-GarrisonServer",
            "Get-GarrisonStatus",
            "Invoke-GarrisonApply",
            "Resume-GarrisonRing",
            "Start-GarrisonJob",
            "Suspend-GarrisonRing",
            "Test-Garrison");
  }

  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void theHelpDescribesEveryParameterAndNoOther(ModuleFunction function) {
    assertThat(function.sections("PARAMETER"))
        .extracting(Section::of)
        .containsExactlyInAnyOrderElementsOf(function.parameters())
        .contains("Manifest", "Program");
    assertThat(function.sections("PARAMETER")).extracting(Section::text).doesNotContain("");
    assertThat(function.sections("DESCRIPTION")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void twoExamplesCallTheFunctionAsItIs(ModuleFunction function) {
    assertThat(function.sections("EXAMPLE")).hasSize(2);
    Set<String> known = new HashSet<>(function.parameters());
    known.addAll(OF_EVERY_FUNCTION);
    for (Section example : function.sections("EXAMPLE")) {
      String call = example.text().lines().findFirst().orElseThrow();
      assertThat(example.text()).contains(function.name()).contains("\n\n");
      if (call.startsWith(function.name() + " ")) {
        String own = call.split(" \\| ", 2)[0];
        assertThat(ModuleFunction.all(Pattern.compile(" -(\\w+)"), own)).isSubsetOf(known);
      }
    }
  }

  /** What changes something asks first, and what only reads never does. */
  @ParameterizedTest
  @MethodSource("everyExportedFunction")
  void aFunctionThatChangesSomethingAsksBeforeTheProgramRuns(ModuleFunction function) {
    String body = function.body();
    boolean changes = !function.name().matches("(Get|Test)-.*");
    assertThat(body.contains("SupportsShouldProcess = $true")).isEqualTo(changes);
    if (changes) {
      int asked = body.indexOf("if (-not $PSCmdlet.ShouldProcess(");
      assertThat(asked).isPositive().isLessThan(body.indexOf("Get-GarrisonAnswer"));
      assertThat(body.substring(asked)).contains("            return\n");
    }
  }

  @Test
  void everyTypeHasAViewAndEveryViewAType() {
    Set<String> types =
        new TreeSet<>(ModuleFunction.all(TYPE, PowerShellModule.ADMIN.text("Shapes.ps1")).toList());
    assertThat(
            new TreeSet<>(
                ModuleFunction.all(
                        VIEWED, PowerShellModule.ADMIN.text("Garrison.Admin.Format.ps1xml"))
                    .toList()))
        .isEqualTo(types);
  }
}
