package dev.garrison.catalog.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of an update, event by event and within bounds. Parts that it does not know, in
 * whatever namespace, are passed over; the order of parts does not matter, nor do prefixes.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/windows/desktop/bb972751(v=vs.85)">CSAPI
 *     Update Schema</a>
 * @see <a href="https://github.com/CaddyGlow/wsus-rs">wsus-rs, with recordings of a server</a>
 */
public final class UpdateXml {
  /** The namespace of all that is read here. */
  static final String NAMESPACE = "http://schemas.microsoft.com/msus/2002/12/Update";

  static final int MOST_DEPTH = 64;
  static final int MOST_ELEMENTS = 100_000;
  static final int MOST_ATTRIBUTES = 64;
  static final int MOST_TEXT = 64 * 1024;
  static final int MOST_CHARACTERS = 8 * 1024 * 1024;

  private static final List<String> RISKS =
      List.of(XMLInputFactory.SUPPORT_DTD, XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES);

  private final XMLStreamReader reader;
  private final UpdateParts parts = new UpdateParts();
  private final Deque<UpdatePart> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int elements;
  private long characters;

  private UpdateXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * The update in a document. The reader is not closed.
   *
   * @param reader at the start of the document, aware of namespaces, with document types and
   *     external entities off. Who makes it decides how it is hardened; one that is not is refused
   * @throws UpdateXmlException when the document is malformed, too large, or says nothing sensible
   *     of an update
   * @throws IllegalArgumentException when the reader would read document types or fetch entities
   */
  public static UpdateDocument read(XMLStreamReader reader) throws UpdateXmlException {
    for (String risk : RISKS) {
      if (!Boolean.FALSE.equals(reader.getProperty(risk))) {
        throw new IllegalArgumentException("this reader of XML has " + risk + " on");
      }
    }
    return new UpdateXml(reader).document();
  }

  private UpdateDocument document() throws UpdateXmlException {
    try {
      while (reader.hasNext()) {
        event(reader.next());
      }
      return parts.document();
    } catch (XMLStreamException e) {
      // Its own words are in the language of the machine and may quote the document.
      throw failure(
          Optional.ofNullable(e.getLocation()),
          e.getNestedException() instanceof IOException
              ? "its characters cannot be read"
              : "it is not well-formed XML without a document type");
    } catch (NonsenseException e) {
      throw failure(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private UpdateXmlException failure(Optional<Location> known, String reason) {
    Location at = known.orElseGet(reader::getLocation);
    // A parser that does not know says -1.
    return new UpdateXmlException(
        Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()), reason);
  }

  private void event(int event) throws NonsenseException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start();
      case XMLStreamConstants.END_ELEMENT -> {
        UpdatePart part = open.pop();
        parts.end(part, part.holdsText() ? text.toString().strip() : "");
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          characters();
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new NonsenseException("it has a document type or entities");
      default -> {
        // Comments and processing instructions carry nothing.
      }
    }
  }

  private void start() throws NonsenseException {
    if (open.size() >= MOST_DEPTH) {
      throw new NonsenseException("it is nested deeper than " + MOST_DEPTH + " elements");
    }
    if (++elements > MOST_ELEMENTS) {
      throw new NonsenseException("it has more than " + MOST_ELEMENTS + " elements");
    }
    Attributes attributes = attributes();
    UpdatePart part =
        NAMESPACE.equals(reader.getNamespaceURI())
            ? UpdatePart.of(Optional.ofNullable(open.peek()), reader.getLocalName())
            : UpdatePart.FOREIGN;
    if (open.isEmpty() && part != UpdatePart.UPDATE) {
      throw new NonsenseException("it is not an Update of " + NAMESPACE);
    }
    if (part.holdsText()) {
      text.setLength(0);
    }
    open.push(part);
    parts.start(part, attributes);
  }

  private Attributes attributes() throws NonsenseException {
    int count = reader.getAttributeCount();
    if (count > MOST_ATTRIBUTES) {
      throw new NonsenseException("an element has more than " + MOST_ATTRIBUTES + " attributes");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String namespace = reader.getAttributeNamespace(i);
      String value = reader.getAttributeValue(i);
      count(value.length());
      if (namespace == null || namespace.isEmpty()) {
        values.put(reader.getAttributeLocalName(i), value);
      }
    }
    return new Attributes(values);
  }

  private void characters() throws NonsenseException {
    count(reader.getTextLength());
    UpdatePart part = open.peek();
    if (part != null && part.holdsText()) {
      if (text.length() + reader.getTextLength() > MOST_TEXT) {
        throw new NonsenseException("a text in it is longer than " + MOST_TEXT + " characters");
      }
      text.append(reader.getText());
    }
  }

  private void count(int more) throws NonsenseException {
    characters += more;
    if (characters > MOST_CHARACTERS) {
      throw new NonsenseException("it holds more than " + MOST_CHARACTERS + " characters");
    }
  }
}
