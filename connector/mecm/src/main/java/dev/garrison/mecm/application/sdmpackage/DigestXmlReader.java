package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.Content.OnNetwork;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.DigestXmlWriter.Revision;
import dev.garrison.mecm.application.sdmpackage.Unmodelled.Part;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlFormatException;
import dev.garrison.xml.XmlParser;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the modeled part of a digest, writes it again, and reports every difference. A part that
 * was not understood differs, so no part can be overlooked.
 */
final class DigestXmlReader {
  private static final long MOST_REVISIONS = 1_000_000_000L;
  private static final int SHOWN = 120;

  private final XmlParser parser;
  private final DigestXmlVocabulary vocabulary;

  DigestXmlReader(XmlParser parser, DigestXmlVocabulary vocabulary) {
    this.parser = parser;
    this.vocabulary = vocabulary;
  }

  /**
   * A digest that was read.
   *
   * @param digest its content
   * @param tree the digest as it is
   * @param revision the values needed to write Garrison's part again
   */
  record Reading(ApplicationDigest digest, XmlElement tree, Revision revision) {
    /** Garrison's part of the digest, as Garrison would have written it. */
    XmlElement canonical() {
      return DigestXmlWriter.tree(digest.application(), revision);
    }
  }

  Reading read(String text) {
    XmlElement tree = expand(parse(text, "application-digest.unreadable"));
    XmlElement applicationElement =
        tree.child("Application")
            .orElseThrow(() -> unexpected(Text.of("application-digest.no-application")));
    String scopeId = named(applicationElement, "AuthoringScopeId");
    XmlElement type = deploymentType(tree, applicationElement);
    Map<RegistryClause, String> clauses = clauses(type);
    Application application = application(applicationElement, type, clauses.keySet());
    Map<RegistryClause, String> settings = new LinkedHashMap<>();
    application.deploymentType().detection().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(clause -> settings.put(clause, clauses.getOrDefault(clause, "")));
    Revision revision =
        new Revision(
            scopeId,
            version(applicationElement),
            version(type),
            operatingSystemRule(type)
                .map(rule -> rule.attribute("id"))
                .orElse(
                    Identifiers.operatingSystemRule(application.deploymentType().logicalName())),
            settings);
    ApplicationDigest digest =
        new ApplicationDigest(
            application,
            scopeId,
            revision.version(),
            revision.deploymentTypeVersion(),
            foreign(DigestXmlWriter.tree(application, revision), tree));
    return new Reading(digest, tree, revision);
  }

  /** Every content location, of any deployment type. */
  Set<String> locations(String text) {
    Set<String> locations = new TreeSet<>();
    collect(parse(text, "application-digest.unreadable"), locations);
    return locations;
  }

  private static void collect(XmlElement element, Set<String> locations) {
    if (element.name().local().equals("Location") && !element.text().isBlank()) {
      locations.add(element.text().strip());
    }
    element.children().forEach(child -> collect(child, locations));
  }

  long dependents(String text, String logicalName) {
    return parse(text, "application-digest.unreadable").all("DeploymentType").stream()
        .filter(type -> DependencyXml.names(type, logicalName))
        .count();
  }

  /** The parts of a digest that Garrison's part does not contain. */
  Unmodelled foreign(XmlElement ours, XmlElement tree) {
    String logicalName =
        ours.child("Application").map(it -> it.attribute("LogicalName")).orElse("");
    return new Unmodelled(
        XmlDifference.between(ours, tree, vocabulary).stream()
            .map(difference -> part(difference, logicalName))
            .toList());
  }

  private Part part(XmlDifference difference, String logicalName) {
    String value = difference.value().strip();
    String shown =
        value.length() <= SHOWN
            ? value
            : value.substring(0, SHOWN / 2)
                + "..., "
                + value.length()
                + " characters, SHA-256 "
                + Sha256.of(value).shortForm();
    String path = difference.path().isEmpty() ? "AppMgmtDigest" : difference.path();
    return new Part(path, shown, vocabulary.fate(difference, logicalName));
  }

  private XmlElement parse(String text, String key) {
    try {
      return parser.parse(text);
    } catch (XmlFormatException e) {
      throw new RefusalException(
          Diagnostic.error(ApplicationCode.DIGEST_UNREADABLE, Message.of(key, "reason", e)), e);
    }
  }

  private static RefusalException unexpected(Text why) {
    return new RefusalException(
        Diagnostic.error(
            ApplicationCode.DIGEST_UNEXPECTED,
            Message.of("application-digest.unexpected", "reason", why)));
  }

  /**
   * Replaces the detection method in MethodBody by elements instead of text. In both places it then
   * has the form that Garrison writes.
   */
  private XmlElement expand(XmlElement element) {
    if (isMethodBody(element) && !element.text().isBlank()) {
      XmlElement method = parse(element.text(), "application-digest.detection-unreadable");
      return element.withText("").containing(DetectionXml.formed(method));
    }
    if (element.name().local().equals("EnhancedDetectionMethod")) {
      return DetectionXml.formed(element);
    }
    return element.withChildren(element.children().stream().map(this::expand).toList());
  }

  static boolean isMethodBody(XmlElement element) {
    return element.name().local().equals("Arg") && element.attribute("Name").equals("MethodBody");
  }

  /** The deployment type with the highest priority. */
  private static XmlElement deploymentType(XmlElement tree, XmlElement application) {
    String logicalName =
        application
            .find("DeploymentTypes", "DeploymentType")
            .map(reference -> reference.attribute("LogicalName"))
            .orElseThrow(() -> unexpected(Text.of("application-digest.no-deployment-type")));
    return tree.all("DeploymentType").stream()
        .filter(type -> type.attribute("LogicalName").equals(logicalName))
        .findFirst()
        .orElseThrow(() -> unexpected(Text.of("application-digest.deployment-type-missing")));
  }

  private static Map<RegistryClause, String> clauses(XmlElement type) {
    return type.find("Installer", "DetectAction", "Args")
        .flatMap(args -> args.all("Arg").stream().filter(DigestXmlReader::isMethodBody).findFirst())
        .flatMap(body -> body.child("EnhancedDetectionMethod"))
        .or(() -> type.find("Installer", "CustomData", "EnhancedDetectionMethod"))
        .map(DetectionXml::read)
        .orElse(Map.of());
  }

  private static Application application(
      XmlElement element, XmlElement type, Set<RegistryClause> clauses) {
    XmlElement installer =
        type.child("Installer")
            .orElseThrow(() -> unexpected(Text.of("application-digest.no-installer")));
    TreeSet<String> systems = new TreeSet<>();
    operatingSystemRule(type)
        .flatMap(rule -> rule.find("OperatingSystemExpression", "Operands"))
        .map(operands -> operands.all("RuleExpression"))
        .orElse(List.of())
        .forEach(system -> systems.add(system.attribute("RuleId")));
    return new Application(
        named(element, "LogicalName"),
        element.textOf("Title"),
        element.textOf("Description"),
        element.textOf("Publisher"),
        element.textOf("SoftwareVersion"),
        new DeploymentType(
            named(type, "LogicalName"),
            type.textOf("Title"),
            type.textOf("Description"),
            content(installer),
            InstallerXml.read(installer),
            systems,
            DependencyXml.read(type),
            List.copyOf(clauses)));
  }

  /** Garrison's rule if it exists, otherwise the first one of its kind. */
  private static Optional<XmlElement> operatingSystemRule(XmlElement type) {
    String ours = Identifiers.operatingSystemRule(type.attribute("LogicalName"));
    return type
        .child("Requirements")
        .map(requirements -> requirements.all("Rule"))
        .orElse(List.of())
        .stream()
        .filter(rule -> rule.textOf("OperatingSystemExpression", "Operator").equals("OneOf"))
        .min(Comparator.comparingInt(rule -> rule.attribute("id").equals(ours) ? 0 : 1));
  }

  private static Content content(XmlElement installer) {
    Optional<XmlElement> found = installer.find("Contents", "Content");
    if (found.isEmpty() || found.get().attribute("ContentId").isEmpty()) {
      return Content.none();
    }
    XmlElement content = found.get();
    Set<String> names = new LinkedHashSet<>();
    List<ContentFile> files =
        content.all("File").stream()
            .filter(file -> !file.attribute("Name").isBlank())
            .filter(file -> names.add(file.attribute("Name")))
            .map(file -> new ContentFile(file.attribute("Name"), size(file.attribute("Size"))))
            .toList();
    return new Content(
        content.attribute("ContentId"),
        content.textOf("Location").strip(),
        files,
        named(OnNetwork.class, content.textOf("OnFastNetwork")).orElse(OnNetwork.Download),
        named(OnNetwork.class, content.textOf("OnSlowNetwork")).orElse(OnNetwork.DoNothing),
        content.textOf("PeerCache").strip().equals("true"));
  }

  private static long size(String text) {
    try {
      return Math.max(0, Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String named(XmlElement element, String attribute) {
    String value = element.attribute(attribute);
    if (value.isBlank()) {
      throw unexpected(
          Text.of(
              "application-digest.attribute-missing", "element", element, "attribute", attribute));
    }
    return value;
  }

  private static int version(XmlElement element) {
    return number(element.attribute("Version"))
        .filter(version -> version >= 1 && version < MOST_REVISIONS)
        .map(Long::intValue)
        .orElseThrow(
            () -> unexpected(Text.of("application-digest.revision-missing", "element", element)));
  }

  /** An integer of 32 bits, as all counts and codes in a digest are. */
  static Optional<Long> number(String text) {
    try {
      return Optional.of((long) Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The constant with exactly this spelling. */
  static <E extends Enum<E>> Optional<E> named(Class<E> kind, String name) {
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equals(name.strip())) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
