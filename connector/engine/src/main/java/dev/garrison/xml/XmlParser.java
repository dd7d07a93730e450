package dev.garrison.xml;

import dev.garrison.language.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML document into a tree, in bounded memory. It refuses document types and all entities
 * except the five of XML itself, and limits length, depth, elements and attributes. Comments,
 * processing instructions and white space between elements are dropped. See the OWASP cheat sheet
 * "XML External Entity Prevention".
 */
public final class XmlParser {
  static final int MOST_CHARACTERS = 4 * 1024 * 1024;
  static final int MOST_DEPTH = 64;
  static final int MOST_ELEMENTS = 20_000;
  static final int MOST_ATTRIBUTES = 64;

  private final HardenedXml hardened = new HardenedXml();

  /**
   * Reads the root element of a document.
   *
   * @throws XmlFormatException when the text is not such a document; the message gives the reason
   */
  public XmlElement parse(String document) throws XmlFormatException {
    if (document.length() > MOST_CHARACTERS) {
      throw new XmlFormatException(
          Text.of("xml.too-long", "limit", String.valueOf(MOST_CHARACTERS)));
    }
    String text = document.startsWith("\uFEFF") ? document.substring(1) : document;
    try {
      XMLStreamReader reader = hardened.reader(new StringReader(text.strip()));
      try {
        return new Build(reader).root();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new XmlFormatException(reason(e), e);
    }
  }

  /**
   * Reads the element that starts at the reader's position, up to its end, within the same limits.
   *
   * @throws XMLStreamException when the text is not well-formed
   * @throws XmlFormatException when it is not such a document
   */
  public XmlElement element(XMLStreamReader reader) throws XMLStreamException, XmlFormatException {
    return new Build(reader).element();
  }

  /** Place of the problem; the JDK's own message would be in the language of the machine. */
  private static Text reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    if (message.endsWith(HardenedXml.NO_DOCUMENT_TYPE)) {
      return Text.of("xml.document-type");
    }
    if (e.getLocation() == null) {
      return Text.of("xml.not-well-formed");
    }
    return Text.of(
        "xml.not-well-formed-at",
        "line",
        String.valueOf(e.getLocation().getLineNumber()),
        "column",
        String.valueOf(e.getLocation().getColumnNumber()));
  }

  /** Builds the tree of one document. */
  private static final class Build {
    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    Build(XMLStreamReader reader) {
      this.reader = reader;
    }

    XmlElement root() throws XMLStreamException, XmlFormatException {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          XmlElement root = element();
          finish();
          return root;
        }
      }
      throw new XmlFormatException(Text.of("xml.no-element"));
    }

    /** Reads from the start of an element, where the reader is, to its end. */
    XmlElement element() throws XMLStreamException, XmlFormatException {
      start();
      while (true) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> {
            XmlElement done = open.pop().close();
            if (open.isEmpty()) {
              return done;
            }
            Objects.requireNonNull(open.peek()).children.add(done);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
          default -> {
            // Comments, processing instructions and ignorable white space carry nothing.
          }
        }
      }
    }

    /** Reads the rest after the root, which must be well-formed too. */
    private void finish() throws XMLStreamException {
      while (reader.hasNext()) {
        reader.next();
      }
    }

    private void start() throws XmlFormatException {
      if (open.size() >= MOST_DEPTH) {
        throw new XmlFormatException(Text.of("xml.too-deep", "limit", MOST_DEPTH));
      }
      if (++elements > MOST_ELEMENTS) {
        throw new XmlFormatException(
            Text.of("xml.too-many-elements", "limit", String.valueOf(MOST_ELEMENTS)));
      }
      if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
        throw new XmlFormatException(Text.of("xml.too-many-attributes", "limit", MOST_ATTRIBUTES));
      }
      Map<XmlElement.Name, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(
            name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
            reader.getAttributeValue(i));
      }
      Map<String, String> prefixes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getNamespaceCount(); i++) {
        String prefix = reader.getNamespacePrefix(i);
        if (prefix != null && !prefix.isEmpty()) {
          prefixes.put(prefix, reader.getNamespaceURI(i));
        }
      }
      open.push(
          new Open(name(reader.getNamespaceURI(), reader.getLocalName()), attributes, prefixes));
    }

    private void characters() {
      Open current = open.peek();
      if (current != null) {
        current.text.append(reader.getText());
      }
    }

    private static XmlElement.Name name(@Nullable String namespace, String local) {
      return new XmlElement.Name(namespace == null ? "" : namespace, local);
    }
  }

  /** An element whose end has not been read. */
  private static final class Open {
    final StringBuilder text = new StringBuilder();
    final List<XmlElement> children = new ArrayList<>();
    private final XmlElement.Name name;
    private final Map<XmlElement.Name, String> attributes;
    private final Map<String, String> prefixes;

    Open(
        XmlElement.Name name,
        Map<XmlElement.Name, String> attributes,
        Map<String, String> prefixes) {
      this.name = name;
      this.attributes = attributes;
      this.prefixes = prefixes;
    }

    XmlElement close() throws XmlFormatException {
      if (children.isEmpty()) {
        String content = text.toString();
        boolean layout = content.isBlank() && content.indexOf('\n') >= 0;
        return new XmlElement(name, attributes, prefixes, layout ? "" : content, children);
      }
      if (!text.toString().isBlank()) {
        throw new XmlFormatException(Text.of("xml.mixed", "name", name.local()));
      }
      return new XmlElement(name, attributes, prefixes, "", children);
    }
  }
}
