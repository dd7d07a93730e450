package dev.garrison.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

final class HardenedXmlTest {
  private static int elements(String text) throws XMLStreamException {
    XMLStreamReader reader = new HardenedXml().reader(new StringReader(text));
    int count = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        count++;
      }
    }
    return count;
  }

  @Test
  void anOrdinaryDocumentIsRead() throws XMLStreamException {
    assertThat(elements("<a><b/>&amp;<b/></a>")).isEqualTo(3);
  }

  @Test
  void aDocumentTypeIsRefused() {
    assertThatThrownBy(() -> elements("<!DOCTYPE a><a/>"))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("document types and entities are not read");
  }

  @Test
  void aDocumentTypeThatIsNoXmlIsRefusedInTheSameWords() {
    assertThatThrownBy(() -> elements("<!DOCTYPE a [\u0001]><a/>"))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("document types and entities are not read");
  }

  @Test
  void anEntityBombIsRefused() {
    assertThatThrownBy(() ->
            elements("<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]><a>&c;&c;&c;</a>"))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void anExternalEntityIsRefused() {
    assertThatThrownBy(
            () -> elements("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
        .isInstanceOf(XMLStreamException.class);
  }
}
