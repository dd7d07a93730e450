package dev.garrison.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Creates all XML readers: the JDK's parser without document types and external entities.
 * Namespaces are on. A document with a DOCTYPE is refused, not read without it. See the OWASP XML
 * External Entity Prevention Cheat Sheet.
 */
public final class HardenedXml {
  /** Message of a reader that found a document type or an entity. */
  static final String NO_DOCUMENT_TYPE = "document types and entities are not read";

  /**
   * Turns off the JDK's limit of 100,000 entities, which also counts an escaped &lt; and its like.
   * No other entities get through, and callers limit the text that they read, so that limit would
   * only affect long escaped scripts.
   */
  private static final int NO_LIMIT = 0;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final XMLInputFactory factory;

  public HardenedXml() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", NO_LIMIT);
    factory.setProperty("jdk.xml.totalEntitySizeLimit", NO_LIMIT);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not read");
    });
  }

  /**
   * A reader over bytes in UTF-8. The JDK's reader of bytes writes to standard error when they are
   * malformed, so they are decoded here.
   *
   * @throws XMLStreamException whose nested exception is a {@link
   *     java.nio.charset.CharacterCodingException} when the bytes are malformed; later reads
   *     likewise
   */
  public XMLStreamReader reader(InputStream stream) throws XMLStreamException {
    try {
      BufferedReader text =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return reader(text);
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  /** A reader over text; the declared encoding no longer matters. */
  public XMLStreamReader reader(Reader text) throws XMLStreamException {
    return new WithoutDocumentType(factory.createXMLStreamReader(text));
  }

  private static final class WithoutDocumentType extends StreamReaderDelegate {
    WithoutDocumentType(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = nextOrRefused();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException(NO_DOCUMENT_TYPE, getLocation());
      }
      return event;
    }

    /**
     * Reads the next event. The JDK has no message for a character that is not XML in a document
     * type, and fails when it looks it up.
     */
    private int nextOrRefused() throws XMLStreamException {
      try {
        return super.next();
      } catch (MissingResourceException e) {
        throw new XMLStreamException(NO_DOCUMENT_TYPE, getLocation(), e);
      }
    }
  }
}
