package dev.garrison.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.sensor.SensorTitle;
import dev.garrison.catalog.xml.UpdateDocument;
import dev.garrison.catalog.xml.UpdateXml;
import dev.garrison.catalog.xml.UpdateXmlException;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/**
 * Hostile XML of updates, through the one hardened reader, ends in a value or in one kind of
 * exception; see {@link FuzzRun} for long runs.
 */
final class UpdateXmlFuzzTest {
  private static final Path SAMPLES =
      Path.of(
          System.getProperty("repository.root"),
          "wsus-catalog/src/test/resources/dev/garrison/catalog/xml");
  private static final List<String> WORDS =
      List.of(
          "<",
          ">",
          "/>",
          "\"",
          "&",
          "&amp;",
          "&lt;a&gt;",
          "&#0;",
          "&#xD800;",
          "&x;",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?x",
          "?>",
          "<!DOCTYPE a>",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "xmlns=\"\"",
          "xmlns:upd=\"urn:other\"",
          " a:b=\"c\"",
          " RevisionNumber=\"0\"",
          " UpdateID=\"1-1-1-1-1\"",
          " IsCategory=\"1\"",
          "<upd:UpdateIdentity/>",
          "<upd:Properties/>",
          "<upd:Title>x</upd:Title>",
          "<upd:Language>en</upd:Language>");

  private final HardenedXml hardened = new HardenedXml();

  @Test
  void aMutatedUpdateEndsInAValueOrARefusal() throws IOException {
    List<Sample> samples =
        List.of(
            Sample.xml(Files.readString(SAMPLES.resolve("bundle.xml"))),
            Sample.xml(Files.readString(SAMPLES.resolve("leaf.xml"))));
    new FuzzRun("update", new Mutator(samples, WORDS, "<upd:a>", "</upd:a>"))
        .check("read", this::outcome);
  }

  private String outcome(byte[] input) throws IOException {
    try {
      UpdateDocument update = UpdateXml.read(hardened.reader(new ByteArrayInputStream(input)));
      assertThat(update.identity().revisionNumber()).isPositive();
      update.titles().values().forEach(title -> assertThat(SensorTitle.parse(title)).isNotNull());
      return "read";
    } catch (UpdateXmlException e) {
      assertThat(e).hasNoCause();
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
      assertThat(e.reason()).matches("(?s)(it|its|a|an) .{4,400}");
      return e.reason().replaceAll("(?s)'.*'", "'...'");
    } catch (XMLStreamException _) {
      return "no reader for it";
    }
  }

  @Test
  void aBillionLaughsAreNotTold() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> read(bomb.append("]><Update>&x29;</Update>").toString()))
        .isInstanceOf(UpdateXmlException.class)
        .hasMessageEndingWith(": it is not well-formed XML without a document type");
  }

  @Test
  void malformedCharactersAreRefused() {
    byte[] text = "<Update a='\u00ff'/>".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> UpdateXml.read(hardened.reader(new ByteArrayInputStream(text))))
        .isInstanceOfAny(UpdateXmlException.class, XMLStreamException.class);
  }

  private void read(String text) throws XMLStreamException, UpdateXmlException {
    UpdateXml.read(
        hardened.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }
}
