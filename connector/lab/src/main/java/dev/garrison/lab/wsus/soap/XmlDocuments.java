package dev.garrison.lab.wsus.soap;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads small XML documents, without DTDs and entities, and with limited depth and size. */
public final class XmlDocuments {
  private static final int DEEPEST = 24;
  private static final int MOST_ELEMENTS = 20_000;
  private final XMLInputFactory factory = XMLInputFactory.newInstance();

  /** Creates a reader. */
  public XmlDocuments() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /**
   * Reads a document from bytes, in the encoding it declares.
   *
   * @throws XMLStreamException when it is not well-formed or too large
   */
  public XmlNode read(InputStream in) throws XMLStreamException {
    return whole(factory.createXMLStreamReader(in));
  }

  /** Reads a document from text, regardless of the encoding that it declares. */
  public XmlNode read(String text) throws XMLStreamException {
    return whole(factory.createXMLStreamReader(new StringReader(text)));
  }

  private static XmlNode whole(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("the document has a DTD");
      }
    }
    XmlNode root = element(reader, 0, new int[1]);
    while (reader.hasNext()) {
      reader.next();
    }
    return root;
  }

  private static XmlNode element(XMLStreamReader reader, int depth, int[] count)
      throws XMLStreamException {
    if (depth > DEEPEST || ++count[0] > MOST_ELEMENTS) {
      throw new XMLStreamException("the document is too deep or too large");
    }
    QName name = reader.getName();
    Map<QName, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
    }
    List<XmlNode> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1, count));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        default -> {}
      }
    }
    if (!children.isEmpty() && !text.toString().isBlank()) {
      throw new XMLStreamException(name + " mixes text and elements");
    }
    return new XmlNode(name, attributes, children, children.isEmpty() ? text.toString() : "");
  }
}
