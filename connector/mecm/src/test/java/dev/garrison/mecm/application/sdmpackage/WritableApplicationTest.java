package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class WritableApplicationTest {
  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Application application =
        new Application(
            "Application_1",
            "Bad \u0007",
            "",
            "",
            "",
            new DeploymentType(
                "DeploymentType_1",
                "",
                "",
                Content.downloaded("Content_1", "C:\\folder", List.of()),
                Samples.program(""),
                new TreeSet<>(),
                List.of(new Dependency("Application_1", "DeploymentType_2", true)),
                List.of()));
    assertThatThrownBy(() -> new SdmPackageXml().write(application, Samples.SCOPE))
        .isInstanceOf(RefusalException.class)
        .asInstanceOf(InstanceOfAssertFactories.type(RefusalException.class))
        .extracting(RefusalException::diagnostics, InstanceOfAssertFactories.list(Diagnostic.class))
        .extracting(Diagnostic::problem)
        .containsExactly(
            said("its logical name is 'Application_1', not Application_<guid>"),
            said("its deployment type is named 'DeploymentType_1', not DeploymentType_<guid>"),
            said("it or its deployment type has no name"),
            said("it has no install command line"),
            said("nothing says how to detect it, so every installation would count as failed"),
            said(
                "it depends on 'Application_1' with 'DeploymentType_2', not on another application and its deployment type"),
            said("its content is named 'Content_1', not Content_<guid>"),
            said("its content location 'C:\\folder' is not a UNC path that ends in a backslash"),
            said("its content has no file"),
            said("its title has a character that no digest can carry"));
  }

  private static Application sized(int letters, int minutes) {
    String text = "x".repeat(letters);
    Application sample = Samples.defender(text);
    DeploymentType type = sample.deploymentType();
    return new Application(
        sample.logicalName(),
        text,
        text,
        text,
        text,
        new DeploymentType(
            type.logicalName(),
            text,
            text,
            Content.downloaded(
                type.content().contentId(),
                "\\\\fs\\" + text + "\\",
                List.of(new Content.ContentFile(text, 1))),
            new Program(
                text,
                new Program.Uninstall(Program.Uninstall.Setting.SameAsInstall, text),
                ExitCodes.ofTheWrapper(),
                Program.Experience.hidden(5, minutes)),
            type.operatingSystems(),
            type.dependencies(),
            type.detection()));
  }

  private static List<String> reasons(Application application) {
    try {
      new SdmPackageXml().write(application, Samples.SCOPE);
      return List.of();
    } catch (RefusalException e) {
      return e.diagnostics().stream()
          .map(diagnostic -> diagnostic.problem().replaceAll("^.* cannot be written: its ", ""))
          .toList();
    }
  }

  @Test
  void textsThatTheConsoleCouldNotOpenAreNamedWithTheirLimits() {
    assertThat(reasons(sized(64, 15))).isEmpty();
    assertThat(reasons(sized(65, 15)))
        .containsExactly("software version has 65 characters, and 64 are the most.");
    assertThat(reasons(sized(2049, 720)))
        .containsExactly(
            "title has 2049 characters, and 256 are the most.",
            "description has 2049 characters, and 2048 are the most.",
            "publisher has 2049 characters, and 512 are the most.",
            "software version has 2049 characters, and 64 are the most.",
            "deployment type name has 2049 characters, and 256 are the most.",
            "deployment type description has 2049 characters, and 2048 are the most.",
            "install command line has 2049 characters, and 1024 are the most.",
            "uninstall command line has 2049 characters, and 1024 are the most.",
            "content location has 2055 characters, and 512 are the most.",
            "file '%s' has 2049 characters, and 256 are the most.".formatted("x".repeat(2049)));
  }

  @Test
  void aRunTimeThatTheConsoleCouldNotOpenIsNamedWithItsRange() {
    assertThat(reasons(sized(1, 14)))
        .containsExactly("maximum run time is 14 minutes, and it must be 15 to 720.");
    assertThat(reasons(sized(1, 721)))
        .containsExactly("maximum run time is 721 minutes, and it must be 15 to 720.");
  }

  private static String said(String why) {
    return "The application 'Bad \u0007' cannot be written: " + why + ".";
  }
}
