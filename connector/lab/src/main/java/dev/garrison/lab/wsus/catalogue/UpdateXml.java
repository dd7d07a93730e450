package dev.garrison.lab.wsus.catalogue;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a revision as the XML that its publisher would have sent. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "CaddyGlow/wsus-rs, docs/wsus-protocol-inventory.md (Windows Server 2025)",
    says =
        "WSUS: update XML names its namespaces upd, cmd, bar and so on; relationships come as superseded, prerequisites, bundled; product and classification are prerequisites with IsCategory on bundles and without it on their parts.")
public final class UpdateXml {
  private static final String SCHEMAS = "http://schemas.microsoft.com/msus/2002/12/";
  private final XMLStreamWriter out;
  private final boolean upperCase;

  private UpdateXml(XMLStreamWriter out, boolean upperCase) {
    this.out = out;
    this.upperCase = upperCase;
  }

  /**
   * Writes a revision.
   *
   * @param upperCase whether GUIDs are in upper case, as some publishers write them
   */
  public static String of(Revision revision, boolean upperCase) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new UpdateXml(out, upperCase).update(revision);
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an update cannot be written as XML", e);
    }
    return text.toString();
  }

  private void update(Revision revision) throws XMLStreamException {
    open("upd:Update");
    out.writeAttribute("xmlns:upd", SCHEMAS + "Update");
    out.writeAttribute("xmlns:cmd", SCHEMAS + "UpdateHandlers/CommandLineInstallation");
    out.writeAttribute("xmlns:bar", SCHEMAS + "BaseApplicabilityRules");
    out.writeAttribute("xmlns:xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    identity(revision.key());
    properties(revision);
    open("upd:LocalizedPropertiesCollection");
    for (Map.Entry<String, String> title : revision.texts().sorted().entrySet()) {
      open("upd:LocalizedProperties");
      text("upd:Language", title.getKey());
      text("upd:Title", title.getValue());
      text("upd:Description", revision.texts().description());
      shut();
    }
    shut();
    relationships(revision);
    if (revision.relations().bundles().isEmpty()) {
      open("upd:ApplicabilityRules");
      open("upd:IsInstallable");
      open("bar:WindowsVersion", "Comparison", "GreaterThanOrEqualTo", "MajorVersion", "6");
      shut();
      shut();
      shut();
      files(revision.files());
      open("upd:HandlerSpecificData", "xsi:type", "cmd:CommandLineInstallation");
      shut();
    }
    shut();
  }

  private void properties(Revision revision) throws XMLStreamException {
    open(
        "upd:Properties",
        "UpdateType",
        "Software",
        "DefaultPropertiesLanguage",
        "en",
        "ExplicitlyDeployable",
        String.valueOf(revision.explicit()),
        "AutoSelectOnWebSites",
        "true",
        "PublicationState",
        revision.expired() ? "Expired" : "Published",
        "CreationDate",
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            revision.created().atOffset(ZoneOffset.UTC).toLocalDateTime().withNano(0)));
    if (revision.eula().isPresent()) {
      out.writeAttribute("EulaID", guid(revision.eula().get()));
    }
    open(
        "upd:InstallationBehavior",
        "RebootBehavior",
        List.of("NeverReboots", "AlwaysRequiresReboot", "CanRequestReboot")
            .get(revision.behaviour().reboot()));
    shut();
    for (String article : revision.kbArticles()) {
      text("upd:KBArticleID", article);
    }
    shut();
  }

  private void relationships(Revision revision) throws XMLStreamException {
    Relations relations = revision.relations();
    open("upd:Relationships");
    if (!relations.supersedes().isEmpty()) {
      open("upd:SupersededUpdates");
      for (UUID superseded : relations.supersedes()) {
        open("upd:UpdateIdentity", "UpdateID", guid(superseded));
        shut();
      }
      shut();
    }
    open("upd:Prerequisites");
    for (UUID product : relations.products()) {
      category(product, revision.explicit());
    }
    category(relations.classification(), revision.explicit());
    shut();
    if (!relations.bundles().isEmpty()) {
      open("upd:BundledUpdates");
      open("upd:AtLeastOne");
      for (RevisionKey part : relations.bundles()) {
        identity(part);
      }
      shut();
      shut();
    }
    shut();
  }

  private void category(UUID id, boolean marked) throws XMLStreamException {
    open("upd:AtLeastOne");
    if (marked) {
      out.writeAttribute("IsCategory", "true");
    }
    open("upd:UpdateIdentity", "UpdateID", guid(id));
    shut();
    shut();
  }

  private void files(List<UpdateFile> files) throws XMLStreamException {
    open("upd:Files");
    for (UpdateFile file : files) {
      open(
          "upd:File",
          "Digest",
          file.digest(),
          "DigestAlgorithm",
          "SHA1",
          "FileName",
          file.name(),
          "Size",
          String.valueOf(file.size()),
          "PatchingType",
          "SelfContained");
      shut();
    }
    shut();
  }

  private void identity(RevisionKey key) throws XMLStreamException {
    open(
        "upd:UpdateIdentity",
        "UpdateID",
        guid(key.updateId()),
        "RevisionNumber",
        String.valueOf(key.number()));
    shut();
  }

  private String guid(UUID id) {
    return upperCase ? id.toString().toUpperCase(Locale.ROOT) : id.toString();
  }

  private void text(String name, String value) throws XMLStreamException {
    open(name);
    out.writeCharacters(value);
    shut();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void shut() throws XMLStreamException {
    out.writeEndElement();
  }
}
