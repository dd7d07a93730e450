package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Detection;
import dev.garrison.lab.device.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one deployment type and holds what stands in it twice against each other. */
final class KindReader {
  private static final Pattern LOCATION =
      Pattern.compile("\\\\\\\\[^\\\\]+\\\\([^\\\\]+\\\\){1,100}");
  private final XmlText xml;
  private final Grammar grammar;
  private final XmlElement application;

  KindReader(XmlText xml, Grammar grammar, XmlElement application) {
    this.xml = xml;
    this.grammar = grammar;
    this.application = application;
  }

  Digest.Kind read(XmlElement kind) {
    XmlElement installer = kind.at("Installer");
    XmlElement data = installer.at("CustomData");
    String technology = kind.at("Technology").text();
    if (!technology.equals("Script") && !technology.equals("MSI")) {
      throw new DigestException("the lab knows the technologies Script and MSI");
    }
    if (!installer.attribute("Technology").equals(technology)
        || !kind.at("DeploymentTechnology")
            .text()
            .equals("GLOBAL/" + technology + "DeploymentTechnology")
        || !kind.at("Hosting").text().equals("Native")) {
      throw new DigestException("Technology, DeploymentTechnology and Installer disagree");
    }
    actions(installer, data, technology);
    Optional<Digest.Content> content = content(installer, data);
    return new Digest.Kind(
        kind.attribute("LogicalName"),
        DigestReader.version(kind),
        kind.at("Title").text(),
        kind.textOf("Description"),
        technology,
        platforms(kind),
        needs(kind),
        content,
        detection(kind, installer, data),
        data.at("InstallCommandLine").text(),
        InstallArguments.exitCodes(data),
        DigestReader.number(data.at("MaxExecuteTime")),
        kind.toString());
  }

  private static void actions(XmlElement installer, XmlElement data, String technology) {
    XmlElement install = installer.at("InstallAction");
    provider(install, technology);
    new InstallArguments(install).agreeWith(data, "InstallCommandLine");
    installer
        .child("UninstallAction")
        .ifPresent(uninstall -> {
          provider(uninstall, technology);
          new InstallArguments(uninstall).agreeWith(data, "UninstallCommandLine");
        });
  }

  private static void provider(XmlElement action, String wanted) {
    if (!action.at("Provider").text().equals(wanted)) {
      throw new DigestException("the provider of " + action.name() + " is not " + wanted);
    }
  }

  private static Optional<Digest.Content> content(XmlElement installer, XmlElement data) {
    Optional<XmlElement> content =
        installer.child("Contents").flatMap(contents -> contents.child("Content"));
    Optional<XmlElement> used =
        installer.at("InstallAction").child("Contents").flatMap(all -> all.child("Content"));
    Optional<XmlElement> again = data.child("InstallContent");
    String id = content.map(KindReader::reference).orElse("");
    if (!used.map(KindReader::reference).orElse("").equals(id)
        || !again.map(KindReader::reference).orElse("").equals(id)) {
      throw new DigestException(
          "Contents, InstallAction and InstallContent name different content");
    }
    return content.map(KindReader::files);
  }

  private static String reference(XmlElement content) {
    return content.attribute("ContentId") + "/" + content.attribute("Version");
  }

  private static Digest.Content files(XmlElement content) {
    String location = content.at("Location").text();
    if (!LOCATION.matcher(location).matches()) {
      throw new DigestException(
          "Location is not a UNC path with a trailing backslash: " + location);
    }
    if (!content.attribute("ContentId").startsWith("Content_")) {
      throw new DigestException("a ContentId starts with Content_");
    }
    Map<String, Long> files = new TreeMap<>();
    for (XmlElement file : content.children("File").toList()) {
      String name = file.attribute("Name");
      if (name.isEmpty() || name.matches(".*[\\\\/:*?\"<>|].*")) {
        throw new DigestException("a file name of content is flat: '" + name + "'");
      }
      if (!file.attribute("Size").matches("\\d{1,18}")) {
        throw new DigestException("the size of " + name + " is not a number of bytes");
      }
      if (files.put(name, Long.valueOf(file.attribute("Size"))) != null) {
        throw new DigestException("content lists " + name + " twice");
      }
    }
    return new Digest.Content(content.attribute("ContentId"), location, files);
  }

  private static List<List<Digest.Dependency>> needs(XmlElement kind) {
    return kind.child("Dependencies").stream()
        .flatMap(list -> list.children("DeploymentTypeRule"))
        .map(rule -> rule.at("DeploymentTypeExpression"))
        .map(expression -> {
          if (!expression.at("Operator").text().equals("Or")) {
            throw new DigestException("the ways to meet a dependency are joined by Or");
          }
          return expression.at("Operands").children().stream().map(KindReader::dependency).toList();
        })
        .toList();
  }

  private static Digest.Dependency dependency(XmlElement intent) {
    XmlElement application = intent.at("DeploymentTypeApplicationReference");
    XmlElement type = intent.at("DeploymentTypeReference");
    if (!intent.attribute("DesiredState").equals("Required")
        || !application.attribute("LogicalName").startsWith("Application_")
        || !type.attribute("LogicalName").startsWith("DeploymentType_")) {
      throw new DigestException(
          "a dependency requires a deployment type of an application, by their logical names");
    }
    return new Digest.Dependency(
        application.attribute("AuthoringScopeId") + "/" + application.attribute("LogicalName"),
        type.attribute("LogicalName"),
        type.attribute("Changeable").equals("true"));
  }

  private static List<String> platforms(XmlElement kind) {
    List<String> ids =
        kind.child("Requirements").stream()
            .flatMap(XmlElement::all)
            .filter(element -> element.name().equals("RuleExpression"))
            .map(element -> element.attribute("RuleId"))
            .toList();
    ids.stream()
        .filter(id -> Platform.of(id).isEmpty())
        .findFirst()
        .ifPresent(id -> {
          throw new DigestException("no platform has the id " + id);
        });
    return ids;
  }

  private Detection detection(XmlElement kind, XmlElement installer, XmlElement data) {
    XmlElement action = installer.at("DetectAction");
    if (!action.at("Provider").text().equals("Local")
        || !data.at("DetectionMethod").text().equals("Enhanced")) {
      throw new DigestException("the lab decides Enhanced detection only; it runs no scripts");
    }
    XmlElement method = data.at("EnhancedDetectionMethod");
    List<XmlElement> arguments = action.at("Args").children();
    if (arguments.size() != 2
        || !arguments.get(0).attribute("Name").equals("ExecutionContext")
        || !arguments.get(1).attribute("Name").equals("MethodBody")) {
      throw new DigestException("DetectAction has the arguments ExecutionContext and MethodBody");
    }
    XmlElement body = xml.document(arguments.get(1).text());
    grammar.check(body, "EnhancedDetectionMethod");
    if (!body.equals(method)) {
      throw new DigestException("MethodBody and EnhancedDetectionMethod differ");
    }
    String scope = kind.attribute("AuthoringScopeId");
    return new DetectionReader(
            method, application.attribute("LogicalName"), DigestReader.version(application))
        .read(scope, scope + "/" + kind.attribute("LogicalName"));
  }
}
