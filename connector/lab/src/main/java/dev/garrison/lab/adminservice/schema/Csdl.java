package dev.garrison.lab.adminservice.schema;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code $metadata}: CSDL of OData v4 in the namespace AdminService.
 *
 * @see <a href="https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html">
 *     OData CSDL XML</a>
 */
public final class Csdl {
  private static final String EDMX = "http://docs.oasis-open.org/odata/ns/edmx";
  private static final String EDM = "http://docs.oasis-open.org/odata/ns/edm";
  private static final String[] SYSTEM_STRINGS = {
    "__CLASS", "__SUPERCLASS", "__DYNASTY", "__RELPATH", "__SERVER", "__NAMESPACE", "__PATH"
  };
  private static final String[] SYSTEM_NUMBERS = {
    "__GENUS", "__PROPERTY_COUNT", "__QUALIFIER_SECURITYVERBS"
  };

  private final Schema schema;
  private final Spelling spelling;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private Csdl(Schema schema, Spelling spelling) throws XMLStreamException {
    this.schema = schema;
    this.spelling = spelling;
    this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /** Writes the document as text. */
  public static String of(Schema schema, Spelling spelling) {
    try {
      return new Csdl(schema, spelling).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the class tables cannot be written as CSDL", e);
    }
  }

  private String write() throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeStartElement("edmx", "Edmx", EDMX);
    xml.writeNamespace("edmx", EDMX);
    xml.writeAttribute("Version", "4.0");
    xml.writeStartElement("edmx", "DataServices", EDMX);
    xml.writeStartElement("Schema");
    xml.writeDefaultNamespace(EDM);
    xml.writeAttribute("Namespace", "AdminService");
    for (ClassTable table : schema.all()) {
      writeClass(table);
    }
    for (ClassTable table : schema.all()) {
      for (ActionTable action : table.methods()) {
        writeAction(table, action);
      }
    }
    writeContainer();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
    return text.toString();
  }

  private void writeClass(ClassTable table) throws XMLStreamException {
    boolean entity = table.kind() == ClassTable.Kind.ENTITY;
    xml.writeStartElement(entity ? "EntityType" : "ComplexType");
    xml.writeAttribute("Name", table.name());
    if (!entity && schema.find(table.base()).isPresent()) {
      xml.writeAttribute("BaseType", "AdminService." + table.base());
    }
    if (table.isAbstract()) {
      xml.writeAttribute("Abstract", "true");
    }
    if (entity) {
      xml.writeStartElement("Key");
      for (PropertyTable key : table.keys()) {
        xml.writeEmptyElement("PropertyRef");
        xml.writeAttribute("Name", spelling.name(key.name()));
      }
      xml.writeEndElement();
    }
    for (PropertyTable property : table.properties()) {
      if (!isInherited(table, property)) {
        writeProperty(property.name(), property.edm().name(), property.key() || property.notNull());
      }
    }
    if (entity) {
      for (String name : SYSTEM_NUMBERS) {
        writeProperty(name, "Edm.Int32", false);
      }
      for (String name : SYSTEM_STRINGS) {
        writeProperty(name, "Edm.String", false);
      }
      writeProperty("__DERIVATION", "Collection(Edm.String)", false);
      writeProperty("__LAZYPROPERTIES", "Collection(Edm.String)", false);
    }
    xml.writeEndElement();
  }

  private boolean isInherited(ClassTable table, PropertyTable property) {
    return table.kind() == ClassTable.Kind.COMPLEX
        && schema.find(table.base()).flatMap(base -> base.property(property.name())).isPresent();
  }

  private void writeProperty(String name, String edm, boolean required) throws XMLStreamException {
    xml.writeEmptyElement("Property");
    xml.writeAttribute("Name", spelling.name(name));
    xml.writeAttribute("Type", edm);
    if (required) {
      xml.writeAttribute("Nullable", "false");
    }
  }

  private void writeAction(ClassTable table, ActionTable action) throws XMLStreamException {
    xml.writeStartElement("Action");
    xml.writeAttribute("Name", action.bound() ? action.name() : table.name() + "." + action.name());
    if (action.bound()) {
      xml.writeAttribute("IsBound", "true");
      writeParameter("bindingParameter", "AdminService." + table.name());
    }
    for (Map.Entry<String, EdmKind> parameter : action.parameters().entrySet()) {
      writeParameter(parameter.getKey(), parameter.getValue().name());
    }
    xml.writeEmptyElement("ReturnType");
    xml.writeAttribute("Type", action.returned().name());
    xml.writeEndElement();
  }

  private void writeParameter(String name, String edm) throws XMLStreamException {
    xml.writeEmptyElement("Parameter");
    xml.writeAttribute("Name", name);
    xml.writeAttribute("Type", edm);
  }

  private void writeContainer() throws XMLStreamException {
    xml.writeStartElement("EntityContainer");
    xml.writeAttribute("Name", "Container");
    for (ClassTable table : schema.entities()) {
      xml.writeEmptyElement("EntitySet");
      xml.writeAttribute("Name", table.name());
      xml.writeAttribute("EntityType", "AdminService." + table.name());
    }
    Map<String, String> imports = new TreeMap<>();
    for (ClassTable table : schema.all()) {
      for (ActionTable action : table.methods()) {
        if (!action.bound()) {
          String name = table.name() + "." + action.name();
          imports.put(name, "AdminService." + name);
        }
      }
    }
    for (Map.Entry<String, String> entry : imports.entrySet()) {
      xml.writeEmptyElement("ActionImport");
      xml.writeAttribute("Name", entry.getKey());
      xml.writeAttribute("Action", entry.getValue());
    }
    xml.writeEndElement();
  }
}
