package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold before an application is written; one that is only read may break any of it.
 * Longest texts and run times are those of the console's library for applications (recorded from
 * that of current branch 2111): what breaks them cannot be opened in the console.
 */
final class WritableApplication {
  private static final int LEAST_MINUTES = 15;
  private static final int MOST_MINUTES = 720;
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
    lengths(application)
        .forEach((text, most) ->
            require(
                text.value().length() <= most,
                reasons,
                application,
                "its %s has %d characters, and %d are the most"
                    .formatted(text.what(), text.value().length(), most)));
    texts(application)
        .forEach((what, text) ->
            require(
                XmlWriter.canCarry(text),
                reasons,
                application,
                "its " + what + " has a character that no digest can carry"));
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

  private record Text(String what, String value) {}

  private static Map<Text, Integer> lengths(Application application) {
    DeploymentType type = application.deploymentType();
    Map<Text, Integer> most = new LinkedHashMap<>();
    most.put(new Text("title", application.title()), 256);
    most.put(new Text("description", application.description()), 2048);
    most.put(new Text("publisher", application.publisher()), 512);
    most.put(new Text("software version", application.softwareVersion()), 64);
    most.put(new Text("deployment type name", type.name()), 256);
    most.put(new Text("deployment type description", type.description()), 2048);
    most.put(new Text("install command line", type.program().installCommandLine()), 1024);
    most.put(new Text("uninstall command line", type.program().uninstall().commandLine()), 1024);
    most.put(new Text("content location", type.content().location()), 512);
    type.content()
        .files()
        .forEach(file -> most.put(new Text("file '" + file.name() + "'", file.name()), 256));
    return most;
  }

  private static Map<String, String> texts(Application application) {
    DeploymentType type = application.deploymentType();
    Map<String, String> texts = new TreeMap<>();
    texts.put("title", application.title());
    texts.put("description", application.description());
    texts.put("publisher", application.publisher());
    texts.put("software version", application.softwareVersion());
    texts.put("deployment type name", type.name());
    texts.put("deployment type description", type.description());
    texts.put("install command line", type.program().installCommandLine());
    texts.put("uninstall command line", type.program().uninstall().commandLine());
    texts.put("content location", type.content().location());
    texts.put(
        "list of files",
        String.join("", type.content().files().stream().map(Content.ContentFile::name).toList()));
    texts.put("requirement", String.join("", type.operatingSystems()));
    texts.put(
        "detection",
        String.join(
            "",
            type.detection().stream()
                .map(clause -> clause.key() + clause.valueName() + clause.constant())
                .toList()));
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
