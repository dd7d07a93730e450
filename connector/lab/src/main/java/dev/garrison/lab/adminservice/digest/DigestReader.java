package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads SDMPackageXML as Microsoft's library for applications does. It is strict except for
 * CustomData, where order has no meaning and unknown parts are skipped. The other checks of a
 * site's provider are not public; the lab checks for its own scope, and for references that can be
 * resolved.
 *
 * @see <a href="https://github.com/microsoft/configmgr-hub">configmgr-hub,
 *     ApplicationFunctions.ps1</a>
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "AdamGrossTX/ConfigMgr.AdminService (Microsoft's application library, run on digests)",
    says =
        "A digest is read as Microsoft's library reads it: order, longest texts, ranges and words are checked, except that CustomData takes its parts in any order and passes over others; with an XML declaration or without. Arguments of actions may lack a name or a type. The lab is stricter in unknown parts of rules and of arguments' items.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "AdamGrossTX/ConfigMgr.AdminService (Microsoft's application library, run on digests)",
    says =
        "An invalid digest results in 500 with 0x80041001. A site stores a digest as"
            + " that library writes it: without empty or default values, and with actions"
            + " created again from CustomData; site 2509 stores it as it was sent.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "garrettfoster13/sccmhunter, lib/scripts/pivot.py",
    says =
        "The scope, references between the parts of a digest, and the data types of a detection rule are checked; a real site may take more.")
public final class DigestReader {
  private final XmlText xml = new XmlText();
  private final Grammar grammar = new Grammar();
  private final LibraryForm library = new LibraryForm(grammar);
  private final String scopeId;
  private final boolean asSent;

  /**
   * Creates a reader for the digests of one hierarchy.
   *
   * @param asSent whether the site keeps them as they were sent
   */
  public DigestReader(String scopeId, boolean asSent) {
    this.scopeId = scopeId;
    this.asSent = asSent;
  }

  /**
   * Reads a digest.
   *
   * @throws DigestException for the first error
   */
  public Digest read(String text) {
    XmlElement sent = xml.document(text);
    grammar.check(sent);
    if (sent.children("Application").count() != 1) {
      throw new DigestException("a digest has one application");
    }
    if (!sent.children().getFirst().name().equals("Application")) {
      throw new DigestException("the application stands behind its deployment type");
    }
    unique(sent.all(), "ResourceId");
    defaultLanguage(sent.at("Application", "DisplayInfo"));
    unique(sent.at("Application", "DisplayInfo").children().stream(), "Language");
    scope(sent.at("Application"));
    references(sent);
    KindReader reader = new KindReader(xml, grammar);
    sent.children("DeploymentType").forEach(reader::check);
    XmlElement root = asSent ? sent : library.of(sent);
    XmlElement application = root.at("Application");
    return new Digest(
        application.attribute("AuthoringScopeId"),
        application.attribute("LogicalName"),
        version(application),
        application.at("Title").text(),
        application.textOf("Description"),
        application.textOf("Publisher"),
        application.textOf("SoftwareVersion"),
        root.children("DeploymentType").map(reader::read).toList(),
        asSent ? text : XmlWriting.digest(root));
  }

  private static void defaultLanguage(XmlElement info) {
    String language = info.attribute("DefaultLanguage");
    if (!language.isEmpty()
        && info.children().stream()
            .noneMatch(each -> each.attribute("Language").equalsIgnoreCase(language))) {
      throw new DigestException("DisplayInfo has no Info in its default language " + language);
    }
  }

  private void scope(XmlElement element) {
    if (!element.attribute("AuthoringScopeId").equalsIgnoreCase(scopeId)) {
      throw new DigestException(
          "AuthoringScopeId " + element.attribute("AuthoringScopeId") + " is not this site's");
    }
  }

  private static void unique(Stream<XmlElement> elements, String attribute) {
    Set<String> seen = new HashSet<>();
    elements
        .flatMap(element -> Optional.ofNullable(element.attributes().get(attribute)).stream())
        .filter(value -> !seen.add(value))
        .findFirst()
        .ifPresent(value -> {
          throw new DigestException(attribute + " '" + value + "' is used twice");
        });
  }

  private void references(XmlElement root) {
    List<String> named =
        root.at("Application").child("DeploymentTypes").stream()
            .flatMap(list -> list.children().stream())
            .map(kind -> kind.attribute("LogicalName"))
            .toList();
    List<XmlElement> kinds = root.children("DeploymentType").toList();
    if (!named.equals(kinds.stream().map(kind -> kind.attribute("LogicalName")).toList())) {
      throw new DigestException("DeploymentTypes does not name the deployment types that follow");
    }
    kinds.forEach(this::scope);
  }

  static int version(XmlElement element) {
    return Integer.parseInt(element.attribute("Version").strip());
  }
}
