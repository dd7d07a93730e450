package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.Field;
import dev.garrison.lab.wsus.contract.SimpleKind;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the content of an answer. Rows are sent one by one. */
public final class ResultWriter {
  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
  private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
  private final Contract contract;
  private final XMLStreamWriter out;
  private final WireStyle style;
  private int numbered;

  ResultWriter(Contract contract, XMLStreamWriter out, WireStyle style) {
    this.contract = contract;
    this.out = out;
    this.style = style;
  }

  /** Content of an element. */
  @FunctionalInterface
  public interface Part {
    /** Writes the content. */
    void write(ResultWriter out) throws XMLStreamException;
  }

  /** Writes an element with its content. */
  public void element(String name, Part part) throws XMLStreamException {
    out.writeStartElement(name);
    part.write(this);
    out.writeEndElement();
  }

  /** Writes a plain value. */
  public void value(String name, Cell value) throws XMLStreamException {
    out.writeStartElement(name);
    if (value.absent()) {
      out.writeAttribute("xsi", XSI, "nil", "true");
    } else {
      out.writeCharacters(onWire(value));
    }
    out.writeEndElement();
  }

  /** Writes a list of plain values. */
  public void values(String name, String item, List<Cell> values) throws XMLStreamException {
    out.writeStartElement(name);
    for (Cell value : values) {
      value(item, value);
    }
    out.writeEndElement();
  }

  /** Writes a list of rows. */
  public void rows(String name, Stream<Row> rows) throws XMLStreamException {
    out.writeStartElement(name);
    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
      row("GenericReadableRow", each.next());
    }
    out.writeEndElement();
  }

  /** Writes several lists of rows. */
  public void rowSets(String name, List<List<Row>> sets) throws XMLStreamException {
    out.writeStartElement(name);
    for (List<Row> set : sets) {
      rows("ArrayOfGenericReadableRow", set.stream());
    }
    out.writeEndElement();
  }

  /** Writes one row. */
  public void row(String name, Row row) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeStartElement("Values");
    for (Cell cell : row.cells()) {
      cell(cell);
    }
    for (int i = 0; i < style.extraColumns(); i++) {
      cell(i % 2 == 0 ? Cell.number(i) : Cell.nil());
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  /**
   * Writes a complex value. A field without a value has the default of its type; a reference is
   * left out.
   *
   * @param fields values by name
   */
  public void complex(String name, String type, Map<String, Cell> fields)
      throws XMLStreamException {
    complex(name, type, fields, Map.of());
  }

  /** Writes a complex value whose fields are in a namespace of their own. */
  public void complexIn(String namespace, String name, String type, Map<String, Cell> fields)
      throws XMLStreamException {
    out.writeStartElement(name);
    for (Field field : contract.shape(type).orElseThrow().fields()) {
      Cell given = fields.get(field.name());
      if (given != null || !field.optional()) {
        out.writeStartElement(field.name());
        out.writeDefaultNamespace(namespace);
        Cell value = given == null ? plain(contract.simple(field.type())) : given;
        out.writeCharacters(onWire(value));
        out.writeEndElement();
      }
    }
    out.writeEndElement();
  }

  /** Writes a complex value that also has lists of texts. */
  public void complex(
      String name, String type, Map<String, Cell> fields, Map<String, List<String>> lists)
      throws XMLStreamException {
    out.writeStartElement(name);
    for (Field field : contract.shape(type).orElseThrow().fields()) {
      Cell given = fields.get(field.name());
      if (given != null) {
        value(field.name(), given);
      } else if (lists.containsKey(field.name())) {
        List<String> texts = lists.getOrDefault(field.name(), List.of());
        values(field.name(), "string", texts.stream().map(Cell::text).toList());
      } else if (field.nillable()) {
        value(field.name(), Cell.nil());
      } else if (!field.optional()) {
        value(field.name(), plain(contract.simple(field.type())));
      }
    }
    out.writeEndElement();
  }

  private static Cell plain(SimpleKind kind) {
    return new Cell(
        kind,
        false,
        switch (kind) {
          case BOOLEAN -> "false";
          case DATE_TIME -> "0001-01-01T00:00:00";
          case GUID -> "00000000-0000-0000-0000-000000000000";
          case STRING, BASE64, ANY -> "";
          case INT, SHORT, LONG, UNSIGNED_BYTE, UNSIGNED_INT -> "0";
        });
  }

  private String onWire(Cell value) {
    return style.zoned() && value.kind() == SimpleKind.DATE_TIME
        ? value.text() + "Z"
        : value.text();
  }

  private void cell(Cell cell) throws XMLStreamException {
    out.writeStartElement("anyType");
    if (cell.absent()) {
      out.writeAttribute("xsi", XSI, "nil", "true");
    } else {
      switch (style.types()) {
        case OWN -> type(cell.kind());
        case ALL_TEXT -> type(SimpleKind.STRING);
        case NONE -> {
          // A reader has to know.
        }
      }
      out.writeCharacters(onWire(cell));
    }
    out.writeEndElement();
  }

  private void type(SimpleKind kind) throws XMLStreamException {
    boolean guid = kind == SimpleKind.GUID;
    String namespace = guid ? SimpleKind.GUIDS : XSD;
    String prefix =
        switch (style.prefixes()) {
          case NUMBERED -> guid ? "q" + ++numbered : "xsd";
          case DECLARED_EACH -> guid ? "d4p1" : "b";
          case SAME_FOR_BOTH -> "odd";
        };
    if (guid || style.prefixes() != WireStyle.Prefixes.NUMBERED) {
      out.writeNamespace(prefix, namespace);
    }
    out.writeAttribute("xsi", XSI, "type", prefix + ":" + kind.wireName());
  }
}
