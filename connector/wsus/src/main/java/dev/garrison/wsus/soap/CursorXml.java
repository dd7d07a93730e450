package dev.garrison.wsus.soap;

import dev.garrison.connection.BoundedStream;
import dev.garrison.language.Text;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlFormatException;
import dev.garrison.xml.XmlParser;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Position in the document, with its depth. */
final class CursorXml {
  private final XMLStreamReader reader;
  private final BoundedStream bounded;
  private final XmlParser trees = new XmlParser();
  private int depth;

  CursorXml(XMLStreamReader reader, BoundedStream bounded) {
    this.reader = reader;
    this.bounded = bounded;
  }

  XMLStreamReader reader() {
    return reader;
  }

  int depth() {
    return depth;
  }

  /** Restarts the count of bytes that are held in memory at once. */
  void released() {
    bounded.restart();
  }

  void enter(String namespace, String local) throws XMLStreamException {
    if (!nextChild()) {
      throw new SoapFormatException(Text.of("soap.no-element"));
    }
    require(namespace, local);
  }

  /** Moves to the next child of the open element; false at that element's end. */
  boolean nextChild() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        return false;
      }
    }
    return false;
  }

  boolean is(String namespace, String local) {
    return local.equals(reader.getLocalName()) && namespace.equals(reader.getNamespaceURI());
  }

  void require(String namespace, String local) {
    if (!is(namespace, local)) {
      throw new SoapFormatException(
          Text.of("soap.other-element", "found", reader.getLocalName(), "expected", local));
    }
  }

  /** Skips the element at whose start the reader is. */
  void skip() throws XMLStreamException {
    leaveTo(depth);
  }

  /** Reads until the element that began at this depth has ended. */
  void leaveTo(int began) throws XMLStreamException {
    while (depth >= began) {
      nextChild();
    }
  }

  /** Reads the text of the element at whose start the reader is. */
  String text() throws XMLStreamException {
    String text = reader.getElementText();
    depth--;
    return text;
  }

  XmlElement element() throws XMLStreamException, XmlFormatException {
    XmlElement element = trees.element(reader);
    depth--;
    return element;
  }

  void finish() throws XMLStreamException {
    while (reader.hasNext()) {
      reader.next();
    }
  }
}
