package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
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

  private static String said(String why) {
    return "The application 'Bad \u0007' cannot be written: " + why + ".";
  }
}
