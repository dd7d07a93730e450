package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
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
        "its logical name is '" + application.logicalName() + "', not Application_<guid>");
    require(
        type.logicalName().matches("DeploymentType_" + GUID),
        reasons,
        application,
        "its deployment type is named '" + type.logicalName() + "', not DeploymentType_<guid>");
    require(
        !application.title().isEmpty() && !type.name().isEmpty(),
        reasons,
        application,
        "it or its deployment type has no name");
    require(
        !type.program().installCommandLine().isEmpty(),
        reasons,
        application,
        "it has no install command line");
    require(
        !type.detection().isEmpty(),
        reasons,
        application,
        "nothing says how to detect it, so every installation would count as failed");
    int minutes = type.program().experience().maxExecuteTime();
    require(
        minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES,
        reasons,
        application,
        "its maximum run time is %d minutes, and it must be %d to %d"
            .formatted(minutes, LEAST_MINUTES, MOST_MINUTES));
    dependencies(application, reasons);
    if (!content.isNone()) {
      require(
          content.contentId().matches("Content_" + GUID),
          reasons,
          application,
          "its content is named '" + content.contentId() + "', not Content_<guid>");
      require(
          content.location().matches("\\\\\\\\[^\\\\]+\\\\[^\\\\]+\\\\(.*\\\\)?"),
          reasons,
          application,
          "its content location '"
              + content.location()
              + "' is not a UNC path that ends in a backslash");
      require(!content.files().isEmpty(), reasons, application, "its content has no file");
    }
    for (Text text : texts(application)) {
      require(
          text.value().length() <= text.most(),
          reasons,
          application,
          "its %s has %d characters, and %d are the most"
              .formatted(text.what(), text.value().length(), text.most()));
      require(
          XmlWriter.canCarry(text.value()),
          reasons,
          application,
          "its " + text.what() + " has a character that no digest can carry");
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
          "it depends on '"
              + dependency.application()
              + "' with '"
              + dependency.deploymentType()
              + "', not on another application and its deployment type");
    }
  }

  /**
   * @param what the name of the text, after "its"
   * @param most characters that it may have
   */
  private record Text(String what, String value, int most) {}

  private static List<Text> texts(Application application) {
    DeploymentType type = application.deploymentType();
    Program program = type.program();
    List<Text> texts = new ArrayList<>();
    texts.add(new Text("title", application.title(), 256));
    texts.add(new Text("description", application.description(), 2048));
    texts.add(new Text("publisher", application.publisher(), 512));
    texts.add(new Text("software version", application.softwareVersion(), 64));
    texts.add(new Text("deployment type name", type.name(), 256));
    texts.add(new Text("deployment type description", type.description(), 2048));
    texts.add(new Text("install command line", program.installCommandLine(), 1024));
    texts.add(new Text("uninstall command line", program.uninstall().commandLine(), 1024));
    texts.add(new Text("content location", type.content().location(), 512));
    for (Content.ContentFile file : type.content().files()) {
      texts.add(new Text("file '" + file.name() + "'", file.name(), 256));
    }
    for (String system : type.operatingSystems()) {
      texts.add(new Text("requirement", system, NO_LIMIT));
    }
    for (RegistryClause clause : type.detection()) {
      texts.add(
          new Text("detection", clause.key() + clause.valueName() + clause.constant(), NO_LIMIT));
    }
    return texts;
  }

  private static void require(
      boolean condition, List<Diagnostic> reasons, Application application, String why) {
    if (!condition) {
      reasons.add(
          Diagnostic.error(
              ApplicationCode.APPLICATION_NOT_WRITABLE,
              "The application '" + application.title() + "' cannot be written: " + why + ".",
              "Correct it in the manifest. Nothing was changed."));
    }
  }
}
