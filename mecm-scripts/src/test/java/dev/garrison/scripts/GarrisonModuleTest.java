package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.scripts.ModuleFunction.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the module for the console makes, and how. */
final class GarrisonModuleTest {
  private static final Set<String> OF_EVERY_CHANGE = Set.of("WhatIf", "Confirm");

  static List<ModuleFunction> everyExportedFunction() {
    return PowerShellModule.CONSOLE.exportedFunctions();
  }

  @Test
  void theManifestExportsTheFunctionsThatAreMeantForPeople() {
    assertThat(PowerShellModule.CONSOLE.exported())
        .containsExactly(
            "New-GarrisonClientSetting",
            "New-GarrisonOnboardingPolicy",
            "New-GarrisonUpdateRule",
            "Set-GarrisonEndpointProtection");
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
            "    Push-Location\n    try {\n        Enter-GarrisonSite -SiteCode $SiteCode\n",
            "    } finally {\n        Pop-Location\n    }\n}\n");
  }

  /** Whoever takes a release installs it; nothing starts by itself. */
  @Test
  void aRuleNeverMakesADeploymentThatIsOverdueOrEnabledUnasked() {
    assertThat(PowerShellModule.CONSOLE.text("New-GarrisonUpdateRule.ps1"))
        .contains(
            "[ValidateRange(1, 90)]\n        [int] $DeadlineDays",
            "-DeadlineImmediately $false -DeadlineTime $DeadlineDays -DeadlineTimeUnit Days",
            "$enabled = $EnableDeployment.IsPresent",
            "-EnabledAfterCreate $enabled")
        .doesNotContain("-DeadlineImmediately $true");
  }
}
