package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions that an application must meet before it is written. An application that is only read
 * may break any of them. Longest texts and run times are those of the console's library for
 * applications (recorded from that of current branch 2111): an application that breaks them cannot
 * be opened in the console.
 */
final class WritableApplication {
  private static final int LEAST_MINUTES = 15;
  private static final int MOST_MINUTES = 720;

  /** No public limit: rules are read by another library. */
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final String GUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

  private WritableApplication() {}

  static void check(Application application) {
    List<Diagnostic> reasons = objections(application);
    if (!reasons.isEmpty()) {
      throw new RefusalException(reasons);
    }
  }

  static List<Diagnostic> objections(Application application) {
    List<Diagnostic> reasons = new ArrayList<>();
    DeploymentType type = application.deploymentType();
    Content content = type.content();
    require(
        application.logicalName().matches("Application_" + GUID),
        reasons,
        application,
        Text.of("application-text.logical-name-wrong", "name", application.logicalName()));
    require(
        type.logicalName().matches("DeploymentType_" + GUID),
        reasons,
        application,
        Text.of("application-text.deployment-type-name-wrong", "name", type.logicalName()));
    require(
        !application.title().isEmpty() && !type.name().isEmpty(),
        reasons,
        application,
        Text.of("application-text.name-missing"));
    require(
        !type.program().installCommandLine().isEmpty(),
        reasons,
        application,
        Text.of("application-text.install-command-line-missing"));
    require(
        !type.detection().isEmpty(),
        reasons,
        application,
        Text.of("application-text.detection-missing"));
    int minutes = type.program().experience().maxExecuteTime();
    require(
        minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES,
        reasons,
        application,
        Text.of(
            "application-text.run-time-wrong",
            "minutes",
            minutes,
            "least",
            LEAST_MINUTES,
            "most",
            MOST_MINUTES));
    dependencies(application, reasons);
    if (!content.isNone()) {
      require(
          content.contentId().matches("Content_" + GUID),
          reasons,
          application,
          Text.of("application-text.content-name-wrong", "name", content.contentId()));
      require(
          content.location().matches("\\\\\\\\[^\\\\]+\\\\[^\\\\]+\\\\(.*\\\\)?"),
          reasons,
          application,
          Text.of("application-text.content-location-wrong", "location", content.location()));
      require(
          !content.files().isEmpty(),
          reasons,
          application,
          Text.of("application-text.content-empty"));
    }
    for (Limited text : texts(application)) {
      require(
          text.value().length() <= text.most(),
          reasons,
          application,
          Text.of(
              "application-text.too-long",
              "what",
              text.what(),
              "length",
              text.value().length(),
              "most",
              text.most()));
      require(
          XmlWriter.canCarry(text.value()),
          reasons,
          application,
          Text.of("application-text.character-wrong", "what", text.what()));
    }
    return reasons;
  }

  private static void dependencies(Application application, List<Diagnostic> reasons) {
    for (Dependency dependency : application.deploymentType().dependencies()) {
      require(
          dependency.application().matches("Application_" + GUID)
              && dependency.deploymentType().matches("DeploymentType_" + GUID)
              && !dependency.application().equals(application.logicalName()),
          reasons,
          application,
          Text.of(
              "application-text.dependency-wrong",
              "application",
              dependency.application(),
              "deploymentType",
              dependency.deploymentType()));
    }
  }

  /**
   * @param what the name of the text
   * @param most characters that it may have
   */
  private record Limited(Text what, String value, int most) {}

  private static List<Limited> texts(Application application) {
    DeploymentType type = application.deploymentType();
    Program program = type.program();
    List<Limited> texts = new ArrayList<>();
    texts.add(new Limited(Text.of("application-text.title"), application.title(), 256));
    texts.add(
        new Limited(Text.of("application-text.description"), application.description(), 2048));
    texts.add(new Limited(Text.of("application-text.publisher"), application.publisher(), 512));
    texts.add(
        new Limited(
            Text.of("application-text.software-version"), application.softwareVersion(), 64));
    texts.add(new Limited(Text.of("application-text.deployment-type-name"), type.name(), 256));
    texts.add(
        new Limited(
            Text.of("application-text.deployment-type-description"), type.description(), 2048));
    texts.add(
        new Limited(
            Text.of("application-text.install-command-line"), program.installCommandLine(), 1024));
    texts.add(
        new Limited(
            Text.of("application-text.uninstall-command-line"),
            program.uninstall().commandLine(),
            1024));
    texts.add(
        new Limited(Text.of("application-text.content-location"), type.content().location(), 512));
    for (Content.ContentFile file : type.content().files()) {
      texts.add(
          new Limited(Text.of("application-text.file", "name", file.name()), file.name(), 256));
    }
    for (String system : type.operatingSystems()) {
      texts.add(new Limited(Text.of("application-text.requirement"), system, NO_LIMIT));
    }
    for (RegistryClause clause : type.detection()) {
      texts.add(
          new Limited(
              Text.of("application-text.detection"),
              clause.key() + clause.valueName() + clause.constant(),
              NO_LIMIT));
    }
    return texts;
  }

  private static void require(
      boolean condition, List<Diagnostic> reasons, Application application, Text why) {
    if (!condition) {
      reasons.add(
          Diagnostic.error(
              ApplicationCode.APPLICATION_NOT_WRITABLE,
              Message.of("application.not-writable", "title", application.title(), "reason", why)));
    }
  }
}
