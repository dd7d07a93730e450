package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads SDMPackageXML strictly: element order, namespaces, attributes, references, and values that
 * stand in it twice. Nothing is known to be as strict; what it takes, a real site should take.
 *
 * @see <a href="https://github.com/microsoft/configmgr-hub">configmgr-hub,
 *     ApplicationFunctions.ps1</a>
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "autopkg/iancohn-recipes, McmApiProcessors",
    says = "A digest needs the utf-16 declaration; what is wrong answers 500 with 0x80041001.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "garrettfoster13/sccmhunter, lib/scripts/pivot.py",
    says =
        "Order, namespaces, attributes, references, ScopeId and values that stand twice are checked; a real site may take more.")
public final class DigestReader {
  private static final String GUID =
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";
  private static final Pattern APPLICATION = Pattern.compile("Application_" + GUID);
  private static final Pattern KIND = Pattern.compile("DeploymentType_" + GUID);
  private final XmlText xml = new XmlText();
  private final Grammar grammar = new Grammar();
  private final String scopeId;

  /** Reads digests of one hierarchy. */
  public DigestReader(String scopeId) {
    this.scopeId = scopeId;
  }

  /**
   * Reads a digest.
   *
   * @throws DigestException for the first thing wrong
   */
  public Digest read(String text) {
    XmlElement root = xml.document(text);
    grammar.check(root);
    XmlElement application = root.at("Application");
    scope(application);
    if (!APPLICATION.matcher(application.attribute("LogicalName")).matches()) {
      throw new DigestException("the application's LogicalName is not Application_<guid>");
    }
    uniqueResources(root);
    List<XmlElement> kinds = root.children("DeploymentType").toList();
    references(application, kinds);
    KindReader reader = new KindReader(xml, grammar, application);
    return new Digest(
        application.attribute("AuthoringScopeId"),
        application.attribute("LogicalName"),
        version(application),
        application.at("Title").text(),
        application.textOf("Description"),
        application.at("Publisher").text(),
        application.at("SoftwareVersion").text(),
        kinds.stream().map(reader::read).toList());
  }

  private void scope(XmlElement element) {
    if (!element.attribute("AuthoringScopeId").equalsIgnoreCase(scopeId)) {
      throw new DigestException(
          "AuthoringScopeId " + element.attribute("AuthoringScopeId") + " is not this site's");
    }
  }

  private static void uniqueResources(XmlElement root) {
    Set<String> seen = new HashSet<>();
    root.all()
        .filter(element -> element.attributes().containsKey("ResourceId"))
        .forEach(element -> {
          String id = element.attribute("ResourceId");
          if (!id.matches("Res_\\d{1,10}") || !seen.add(id)) {
            throw new DigestException("ResourceId '" + id + "' is malformed or used twice");
          }
        });
  }

  private void references(XmlElement application, List<XmlElement> kinds) {
    List<String> named =
        application.at("DeploymentTypes").children().stream().map(DigestReader::identity).toList();
    if (!named.equals(kinds.stream().map(DigestReader::identity).toList())) {
      throw new DigestException("DeploymentTypes does not name the deployment types that follow");
    }
    for (XmlElement kind : kinds) {
      scope(kind);
      if (!KIND.matcher(kind.attribute("LogicalName")).matches()) {
        throw new DigestException("a deployment type's LogicalName is not DeploymentType_<guid>");
      }
    }
  }

  private static String identity(XmlElement kind) {
    return kind.attribute("AuthoringScopeId")
        + "/"
        + kind.attribute("LogicalName")
        + "/"
        + version(kind);
  }

  static int version(XmlElement element) {
    String text = element.attribute("Version");
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new DigestException("a Version is a positive number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  static int number(XmlElement element) {
    if (!element.text().matches("\\d{1,9}")) {
      throw new DigestException(element.name() + " is not a number: '" + element.text() + "'");
    }
    return Integer.parseInt(element.text());
  }
}
