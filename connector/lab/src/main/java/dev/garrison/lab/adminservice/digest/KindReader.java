package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Detection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one deployment type, including the actions that a client runs. */
final class KindReader {
  private final XmlText xml;
  private final Grammar grammar;

  KindReader(XmlText xml, Grammar grammar) {
    this.xml = xml;
    this.grammar = grammar;
  }

  /** Checks the demands of Microsoft's library on CustomData beyond the form of its parts. */
  void check(XmlElement kind) {
    XmlElement installer = kind.at("Installer");
    XmlElement data = installer.at("CustomData");
    String method = data.at("DetectionMethod").text();
    String part =
        switch (method) {
          case "Enhanced" -> "EnhancedDetectionMethod";
          case "Script" -> "DetectionScript";
          default -> method;
        };
    if (data.child(part).isEmpty()) {
      throw new DigestException("DetectionMethod is " + method + ", and there is no " + part);
    }
    data.at("InstallCommandLine");
    Set<String> codes = new HashSet<>();
    data.child("ExitCodes").stream()
        .flatMap(list -> list.children("ExitCode"))
        .map(code -> code.attribute("Code").strip())
        .filter(code -> !codes.add(code))
        .findFirst()
        .ifPresent(code -> {
          throw new DigestException("exit code " + code + " stands twice");
        });
    List<String> contents =
        installer.child("Contents").stream()
            .flatMap(list -> list.children("Content"))
            .map(KindReader::reference)
            .toList();
    Stream.of("InstallContent", "UninstallContent")
        .flatMap(name -> data.child(name).stream())
        .filter(content -> !contents.contains(reference(content)))
        .findFirst()
        .ifPresent(content -> {
          throw new DigestException(
              content.name() + " names " + reference(content) + ", which Contents does not have");
        });
  }

  Digest.Kind read(XmlElement kind) {
    XmlElement installer = kind.at("Installer");
    InstallArguments install = new InstallArguments(installer.at("InstallAction"));
    List<String> ruleIds =
        kind.child("Requirements").stream()
            .flatMap(XmlElement::all)
            .filter(element -> element.name().equals("RuleExpression"))
            .map(element -> element.attribute("RuleId"))
            .toList();
    boolean others =
        kind.child("Requirements").stream()
            .flatMap(list -> list.children("Rule"))
            .anyMatch(rule -> rule.child("OperatingSystemExpression").isEmpty());
    return new Digest.Kind(
        kind.attribute("LogicalName"),
        DigestReader.version(kind),
        kind.at("Title").text(),
        kind.textOf("Description"),
        installer.attribute("Technology"),
        new Digest.Requirements(ruleIds, others),
        relations(kind, "Dependencies", "Required"),
        relations(kind, "Supersedes", "Prohibited").stream().flatMap(List::stream).toList(),
        content(installer),
        detection(installer.at("DetectAction")),
        install.text("InstallCommandLine"),
        install.exitCodes(),
        install.number("MaxExecuteTime"),
        kind.toString());
  }

  private static Optional<Digest.Content> content(XmlElement installer) {
    Optional<String> used =
        installer
            .at("InstallAction")
            .child("Contents")
            .flatMap(all -> all.child("Content"))
            .map(KindReader::reference);
    return installer.child("Contents").stream()
        .flatMap(contents -> contents.children("Content"))
        .filter(content -> used.equals(Optional.of(reference(content))))
        .findFirst()
        .map(KindReader::files);
  }

  private static String reference(XmlElement content) {
    return content.attribute("ContentId") + "/" + content.attribute("Version");
  }

  private static Digest.Content files(XmlElement content) {
    Map<String, Long> files = new TreeMap<>();
    for (XmlElement file : content.children("File").toList()) {
      String name = file.attribute("Name");
      if (name.matches("[^/:*?\"<>|]*") && !List.of(name.split("\\\\", -1)).contains("..")) {
        String size = file.attribute("Size").strip();
        files.put(name, size.isEmpty() ? 0 : Long.parseLong(size));
      } else {
        throw new DigestException("content has a file that Windows cannot name: '" + name + "'");
      }
    }
    return new Digest.Content(content.attribute("ContentId"), content.textOf("Location"), files);
  }

  /** Deployment types that rules name, by rule; each rule can be met in one of several ways. */
  private static List<List<Digest.Relation>> relations(
      XmlElement kind, String list, String wanted) {
    return kind.child(list).stream()
        .flatMap(rules -> rules.children("DeploymentTypeRule"))
        .map(rule ->
            rule.all()
                .filter(element -> element.name().equals("DeploymentTypeIntentExpression"))
                .map(intent -> relation(intent, wanted))
                .toList())
        .toList();
  }

  private static Digest.Relation relation(XmlElement intent, String wanted) {
    XmlElement application = intent.at("DeploymentTypeApplicationReference");
    XmlElement type = intent.at("DeploymentTypeReference");
    if (!intent.attribute("DesiredState").equals(wanted)) {
      throw new DigestException(
          "the desired state is " + wanted + ", not " + intent.attribute("DesiredState"));
    }
    return new Digest.Relation(
        application.attribute("AuthoringScopeId") + "/" + application.attribute("LogicalName"),
        type.attribute("LogicalName"),
        type.attribute("Changeable").equals("true"));
  }

  private Detection detection(XmlElement action) {
    String body = new InstallArguments(action).text("MethodBody");
    if (!action.at("Provider").text().equals("Local") || body.isEmpty()) {
      return new Detection.Undecided();
    }
    XmlElement method = xml.document(body.strip());
    grammar.check(method, "EnhancedDetectionMethod");
    return new DetectionReader(method).read();
  }
}
