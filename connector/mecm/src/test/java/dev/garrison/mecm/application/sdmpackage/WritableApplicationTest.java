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
            said("the logical name is \"Application_1\" instead of Application_<guid>"),
            said(
                "the logical name of the deployment type is \"DeploymentType_1\" instead of DeploymentType_<guid>"),
            said("the application or its deployment type has no name"),
            said("there is no install command line"),
            said("there is no detection method, so every installation would count as failed"),
            said(
                "the dependency on \"Application_1\" with \"DeploymentType_2\" isn't a dependency on another application and its deployment type"),
            said("the content is named \"Content_1\" instead of Content_<guid>"),
            said("the content location \"C:\\folder\" isn't a UNC path that ends in a backslash"),
            said("the content has no file"),
            said("the title has a character that a digest can't contain"));
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
          .map(diagnostic -> diagnostic.problem().replaceAll("^.* can't be written: the ", ""))
          .toList();
    }
  }

  @Test
  void textsThatTheConsoleCouldNotOpenAreNamedWithTheirLimits() {
    assertThat(reasons(sized(64, 15))).isEmpty();
    assertThat(reasons(sized(65, 15)))
        .containsExactly("software version has 65 characters, but the limit is 64.");
    assertThat(reasons(sized(2049, 720)))
        .containsExactly(
            "title has 2,049 characters, but the limit is 256.",
            "description has 2,049 characters, but the limit is 2,048.",
            "publisher has 2,049 characters, but the limit is 512.",
            "software version has 2,049 characters, but the limit is 64.",
            "deployment type name has 2,049 characters, but the limit is 256.",
            "deployment type description has 2,049 characters, but the limit is 2,048.",
            "install command line has 2,049 characters, but the limit is 1,024.",
            "uninstall command line has 2,049 characters, but the limit is 1,024.",
            "content location has 2,055 characters, but the limit is 512.",
            "file \"%s\" has 2,049 characters, but the limit is 256.".formatted("x".repeat(2049)));
  }

  @Test
  void aRunTimeThatTheConsoleCouldNotOpenIsNamedWithItsRange() {
    assertThat(reasons(sized(1, 14)))
        .containsExactly("maximum run time is 14 minutes instead of 15 to 720 minutes.");
    assertThat(reasons(sized(1, 721)))
        .containsExactly("maximum run time is 721 minutes instead of 15 to 720 minutes.");
  }

  private static String said(String why) {
    return "The application \"Bad \u0007\" can't be written: " + why + ".";
  }
}
