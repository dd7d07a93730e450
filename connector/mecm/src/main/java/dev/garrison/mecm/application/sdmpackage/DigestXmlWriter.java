package dev.garrison.mecm.application.sdmpackage;

import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.DIGEST;
import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.RULES;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the tree of a digest, with the detection method as elements in both places. {@link #text}
 * converts the one in {@code MethodBody} to the text that a digest contains.
 */
final class DigestXmlWriter {
  private static final String REQUIREMENTS = "Requirements";

  /**
   * Elements that are always in the tree, so that each can be compared. They are written only when
   * not empty, as Microsoft's library for applications does.
   */
  private static final Set<String> NOT_EMPTY =
      Set.of(
          REQUIREMENTS,
          DependencyXml.LIST,
          "Description",
          "Publisher",
          "SoftwareVersion",
          "Version",
          "CustomId",
          "Owners",
          "Contacts",
          "InstallFolder",
          "UninstallCommandLine",
          "UninstallFolder",
          "RepairCommandLine",
          "RepairFolder");

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final Application application;
  private final Revision revision;
  private int resource = 1_000_000;

  private DigestXmlWriter(Application application, Revision revision) {
    this.application = application;
    this.revision = revision;
  }

  /**
   * Data of a digest in addition to the application.
   *
   * @param scopeId of the hierarchy
   * @param version the application's
   * @param deploymentTypeVersion the deployment type's
   * @param operatingSystemRule the name of the requirement rule
   * @param settings the name of each clause's setting, in the order of the clauses
   */
  record Revision(
      String scopeId,
      int version,
      int deploymentTypeVersion,
      String operatingSystemRule,
      Map<RegistryClause, String> settings) {}

  static XmlElement tree(Application application, Revision revision) {
    DigestXmlWriter writer = new DigestXmlWriter(application, revision);
    return new XmlElement(
            XmlElement.of(DIGEST, "AppMgmtDigest").name(),
            Map.of(),
            Map.of("xsi", XSI),
            "",
            List.of())
        .containing(writer.applicationElement(), writer.deploymentType());
  }

  /** The digest as the SMS Provider accepts it. */
  static String text(XmlElement tree) {
    return XmlWriter.document(collapse(tree));
  }

  private static XmlElement collapse(XmlElement element) {
    if (DigestXmlReader.isMethodBody(element) && !element.children().isEmpty()) {
      return element.withText(XmlWriter.document(element.children().getFirst()));
    }
    return element.withChildren(
        element.children().stream()
            .filter(child -> !isNothing(child))
            .map(DigestXmlWriter::collapse)
            .toList());
  }

  private static boolean isNothing(XmlElement element) {
    return element.name().namespace().equals(DIGEST)
        && ((NOT_EMPTY.contains(element.name().local()) && element.isEmpty())
            || DigestXmlVocabulary.defaultOf(element).filter(element.text()::equals).isPresent());
  }

  private XmlElement applicationElement() {
    XmlElement info =
        element("Info")
            .with("Language", "en-US")
            .containing(
                leaf("Title", application.title()),
                leaf("Publisher", application.publisher()),
                leaf("Version", application.softwareVersion()));
    return versioned("Application", application.logicalName(), revision.version())
        .containing(
            element("DisplayInfo").with("DefaultLanguage", "en-US").containing(info),
            element("DeploymentTypes")
                .containing(
                    versioned(
                        "DeploymentType",
                        application.deploymentType().logicalName(),
                        revision.deploymentTypeVersion())),
            resource("Title", application.title()),
            resource("Description", application.description()),
            resource("Publisher", application.publisher()),
            resource("SoftwareVersion", application.softwareVersion()),
            resource("CustomId", ""),
            leaf("AutoInstall", "true"),
            element("Owners"),
            element("Contacts"));
  }

  private XmlElement deploymentType() {
    DeploymentType type = application.deploymentType();
    XmlElement requirements = element(REQUIREMENTS);
    if (!type.operatingSystems().isEmpty()) {
      requirements = requirements.containing(operatingSystemRule(type));
    }
    return versioned("DeploymentType", type.logicalName(), revision.deploymentTypeVersion())
        .containing(
            resource("Title", type.name()),
            resource("Description", type.description()),
            requirements,
            DependencyXml.write(type, revision.scopeId()),
            leaf("DeploymentTechnology", "GLOBAL/ScriptDeploymentTechnology"),
            leaf("Technology", "Script"),
            leaf("Hosting", "Native"),
            installer(type));
  }

  private XmlElement operatingSystemRule(DeploymentType type) {
    XmlElement operands = XmlElement.of(RULES, "Operands");
    for (String system : type.operatingSystems()) {
      operands = operands.containing(XmlElement.of(RULES, "RuleExpression").with("RuleId", system));
    }
    String text = "Operating system One of {" + String.join(", ", type.operatingSystems()) + "}";
    return XmlElement.of(RULES, "Rule")
        .with("id", revision.operatingSystemRule())
        .with("Severity", "None")
        .with("NonCompliantWhenSettingIsNotFound", "false")
        .containing(
            XmlElement.of(RULES, "Annotation")
                .containing(
                    XmlElement.of(RULES, "DisplayName").with("Text", text),
                    XmlElement.of(RULES, "Description").with("Text", "")),
            XmlElement.of(RULES, "OperatingSystemExpression")
                .containing(XmlElement.of(RULES, "Operator").withText("OneOf"), operands));
  }

  private XmlElement installer(DeploymentType type) {
    XmlElement method =
        DetectionXml.write(
            revision.settings(),
            new DetectionXml.Place(
                revision.scopeId(),
                application.logicalName(),
                revision.version(),
                type.logicalName()));
    XmlElement installer =
        element("Installer")
            .with("Technology", "Script")
            .containing(leaf("ExecutionContext", "System"));
    if (!type.content().isNone()) {
      installer = installer.containing(contents(type.content()));
    }
    installer =
        installer.containing(
            element("DetectAction")
                .containing(
                    leaf("Provider", "Local"),
                    element("Args")
                        .containing(
                            InstallerXml.arg("ExecutionContext", "String", "System"),
                            InstallerXml.arg("MethodBody", "String", "").containing(method))),
            InstallerXml.install(type));
    if (!type.program().uninstall().commandLine().isEmpty()) {
      installer = installer.containing(InstallerXml.uninstall(type));
    }
    return installer.containing(InstallerXml.customData(type, method));
  }

  private static XmlElement contents(Content content) {
    XmlElement element = InstallerXml.reference("Content", content);
    for (Content.ContentFile file : content.files()) {
      element =
          element.containing(
              element("File").with("Name", file.name()).with("Size", Long.toString(file.size())));
    }
    return element("Contents")
        .containing(
            element.containing(
                leaf("Location", content.location()),
                leaf("PeerCache", Boolean.toString(content.peerCache())),
                leaf("OnFastNetwork", content.onFastNetwork().name()),
                leaf("OnSlowNetwork", content.onSlowNetwork().name())));
  }

  private XmlElement versioned(String name, String logicalName, int version) {
    return element(name)
        .with("AuthoringScopeId", revision.scopeId())
        .with("LogicalName", logicalName)
        .with("Version", Integer.toString(version));
  }

  private XmlElement resource(String name, String text) {
    resource++;
    return leaf(name, text).with("ResourceId", "Res_" + resource);
  }

  static XmlElement element(String name) {
    return XmlElement.of(DIGEST, name);
  }

  static XmlElement leaf(String name, String text) {
    return element(name).withText(text);
  }
}
