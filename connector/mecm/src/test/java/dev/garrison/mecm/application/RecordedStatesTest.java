package dev.garrison.mecm.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final Application APPLICATION =
      new Application(
          "Application_6d2b1a9e-3f40-8c55-8a11-90c2f1e0b7d4",
          "MDE 2016",
          "Onboards. [garrison mde-servers]",
          "Microsoft",
          "10.8735",
          new Application.DeploymentType(
              "DeploymentType_0c7f5a52-1b2e-8d3c-9e4f-a1b2c3d4e5f6",
              "MDE 2016 install",
              "For Windows Server 2012 R2 and 2016",
              new Content(
                  "Content_11111111-2222-8333-8444-555555555555",
                  "\\\\fs1.contoso.com\\sources\\mde\\1\\",
                  List.of(
                      new Content.ContentFile("md4ws.msi", 52428800),
                      new Content.ContentFile("install.ps1", 81234)),
                  Content.OnNetwork.Download,
                  Content.OnNetwork.DoNothing,
                  true),
              new Program(
                  "powershell.exe -File install.ps1",
                  new Program.Uninstall(
                      Program.Uninstall.Setting.SameAsInstall, "powershell.exe -File remove.ps1"),
                  new ExitCodes(
                      Map.of(
                          0, ExitCodes.Meaning.Success,
                          12, ExitCodes.Meaning.SoftReboot,
                          1618, ExitCodes.Meaning.FastRetry)),
                  new Program.Experience(
                      15,
                      60,
                      Program.UserInteractionMode.Hidden,
                      Program.PostInstallBehavior.BasedOnExitCode)),
              new TreeSet<>(
                  Set.of(
                      "Windows/All_x64_Windows_Server_2016",
                      "Windows/All_x64_Windows_Server_2012_R2")),
              List.of(
                  new Dependency("Application_b", "DeploymentType_b", true),
                  new Dependency("Application_a", "DeploymentType_a", false)),
              List.of(
                  new RegistryClause(
                      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status",
                      "OnboardingState",
                      RegistryClause.DataType.Int64,
                      RegistryClause.Operator.Equals,
                      "1",
                      true),
                  new RegistryClause(
                      "SOFTWARE\\Garrison",
                      "Version",
                      RegistryClause.DataType.Version,
                      RegistryClause.Operator.NotEquals,
                      "1.0",
                      false,
                      true))));
  private static final Application BARE_APPLICATION =
      new Application(
          "Application_1",
          "Bare",
          "",
          "",
          "",
          new Application.DeploymentType(
              "DeploymentType_1",
              "Bare",
              "",
              Content.none(),
              new Program(
                  "",
                  Program.Uninstall.none(),
                  new ExitCodes(Map.of()),
                  Program.Experience.hidden(0, 0)),
              new TreeSet<>(),
              List.of(),
              List.of()));

  private static final RecordedStates<Application> APPLICATIONS =
      RecordedStates.of(RecordedStatesTest.class, Application.KIND, RecordedApplication.FORM, 1);

  @Test
  void anApplicationOfTheFirstFormIsReadAsItWas() {
    assertThat(APPLICATIONS.read()).containsExactly(APPLICATION, BARE_APPLICATION);
  }

  @Test
  void anApplicationIsWrittenAsItWas() {
    assertThat(APPLICATIONS.written(List.of(APPLICATION, BARE_APPLICATION)))
        .isEqualTo(APPLICATIONS.lines());
  }

  @Test
  void whatIsInALaterApplicationBesidesIsNamedWithItsPlace() {
    Recorded<Application> read =
        APPLICATIONS.read(
            APPLICATIONS
                .lines()
                .getFirst()
                .replace("{\"constant\":\"1\",", "{\"constant\":\"1\",\"hive\":\"HKLM\","));
    assertThat(read.value()).isEqualTo(APPLICATION);
    assertThat(read.unknown()).containsExactly("deploymentType.detection[2].hive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12\"", "\"SoftReboot\"", "\"Int64\"", "\"Hidden\"", "\"DoNothing\""})
  void aWordThatThisVersionDoesNotKnowIsRefused(String word) {
    assertThatThrownBy(
            () -> APPLICATIONS.read(APPLICATIONS.lines().getFirst().replace(word, "\"Unheard\"")))
        .isInstanceOf(JsonException.class);
  }
}
