package dev.garrison.catalog.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorTitle;
import dev.garrison.catalog.xml.UpdateDocument.FileEntry;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpdateXmlTest {
  private static final String IDENTITY =
      "<UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01' RevisionNumber='200'/>";
  private static final String LEAST = IDENTITY + "<Properties/>";

  private static UpdateDocument read(Reader text) throws UpdateXmlException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return UpdateXml.read(factory.createXMLStreamReader(text));
  }

  private static UpdateDocument update(String inside) throws Exception {
    return read(
        new StringReader("<Update xmlns='" + UpdateXml.NAMESPACE + "'>" + inside + "</Update>"));
  }

  private static String bundle() throws IOException {
    try (InputStream stream = UpdateXmlTest.class.getResourceAsStream("bundle.xml")) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static UUID id(String prefix, int number) {
    return UUID.fromString(prefix.repeat(8) + "-0000-4000-8000-00000000000" + number);
  }

  private static SortedSet<UUID> ids(UUID... ids) {
    return new TreeSet<>(Stream.of(ids).toList());
  }

  @Test
  void aBundleIsRead() throws Exception {
    UpdateDocument update = read(new StringReader(bundle()));
    assertThat(update.identity())
        .isEqualTo(
            new UpdateIdentity(UUID.fromString("1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01"), 200));
    assertThat(update.properties())
        .isEqualTo(
            new UpdateDocument.Properties(
                "Software",
                Publication.PUBLISHED,
                Optional.of(Instant.parse("2026-10-13T17:00:00Z")),
                true,
                Optional.of(UUID.fromString("0b3f8d2e-3c1a-4e7b-9a10-6c8d5e4f3a21")),
                new TreeSet<>(Stream.of("5005292").toList())));
    assertThat(update.relationships().superseded()).isEqualTo(ids(id("a", 1), id("a", 2)));
    assertThat(update.relationships().categories())
        .isEqualTo(
            ids(
                UUID.fromString("cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83"),
                UUID.fromString("5e000000-0000-4000-8000-000000000001")));
    assertThat(update.relationships().prerequisites())
        .containsExactly(ids(id("b", 1)), ids(id("b", 2), id("b", 3)));
    assertThat(update.relationships().bundled())
        .containsExactly(new UpdateIdentity(id("c", 1), 200));
    assertThat(update.files())
        .containsExactly(
            new FileEntry(
                "updateplatform.amd64fre.exe", 41_943_040, "2jmj7l5rSw0yVb/vlWAYkK/YBwk="));
  }

  @Test
  void onlyTheEnglishTitleOfABundleCanBeRead() throws Exception {
    UpdateDocument update = read(new StringReader(bundle()));
    assertThat(update.titles().keySet()).containsExactly("de", "en", "zh-cn");
    assertThat(SensorTitle.parse(update.title("en").orElseThrow()))
        .isInstanceOfSatisfying(
            SensorTitle.Parsed.class,
            parsed -> assertThat(parsed.line()).isEqualTo(ReleaseLine.UNIFIED_AGENT));
    assertThat(SensorTitle.parse(update.title("DE").orElseThrow()))
        .isInstanceOf(SensorTitle.Unparseable.class);
    assertThat(SensorTitle.parse(update.title("zh-CN").orElseThrow()))
        .isInstanceOf(SensorTitle.Unparseable.class);
    assertThat(update.title("fr")).isEmpty();
  }

  @Test
  void aPartOfABundleIsNotDeployedByItself() throws Exception {
    UpdateDocument update =
        update(IDENTITY + "<Properties ExplicitlyDeployable='false' PublicationState='Expired'/>");
    assertThat(update.properties().explicitlyDeployable()).isFalse();
    assertThat(update.properties().publication()).isEqualTo(Publication.EXPIRED);
  }

  @Test
  void whatIsNotSaidIsNotMadeUp() throws Exception {
    UpdateDocument update = update(LEAST);
    assertThat(update.properties())
        .isEqualTo(
            new UpdateDocument.Properties(
                "",
                Publication.UNKNOWN,
                Optional.empty(),
                false,
                Optional.empty(),
                new TreeSet<>()));
    assertThat(update.titles()).isEmpty();
    assertThat(update.files()).isEmpty();
  }

  @Test
  void theOrderOfPartsAndUnknownPartsDoNotMatter() throws Exception {
    UpdateDocument update =
        update(
            "<Files/><Later><UpdateIdentity UpdateID='no id'/></Later>"
                + "<a:Properties xmlns:a='urn:other' CreationDate='never'><a:KBArticleID>x</a:KBArticleID></a:Properties>"
                + "<Relationships><NewKind><UpdateIdentity/></NewKind></Relationships>"
                + "<Properties New='1' xmlns:a='urn:other' a:ExplicitlyDeployable='what'>"
                + "<KBArticleID>5005292</KBArticleID><KBArticleID>4052623</KBArticleID></Properties>"
                + IDENTITY);
    assertThat(update.identity().revisionNumber()).isEqualTo(200);
    assertThat(update.properties().kbArticles()).containsExactly("4052623", "5005292");
  }

  @Test
  void textsBelongToAllTheirLanguages() throws Exception {
    UpdateDocument update =
        update(
            LEAST
                + "<LocalizedPropertiesCollection><LocalizedProperties><Title> <![CDATA[A & B]]>, C\n</Title>"
                + "<Language>en</Language><Language>pt-BR</Language></LocalizedProperties>"
                + "<LocalizedProperties><Language>fr</Language></LocalizedProperties>"
                + "</LocalizedPropertiesCollection>");
    assertThat(update.titles()).containsOnlyKeys("en", "pt-br");
    assertThat(update.title("pt-br")).contains("A & B, C");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-13T17:00:00Z, 2026-10-13T17:00:00Z",
    "2026-10-13T17:00:00.433, 2026-10-13T17:00:00.433Z",
    "2026-10-13T19:00:00+02:00, 2026-10-13T17:00:00Z"
  })
  void aTimeWithoutZoneIsInUtc(String text, Instant time) throws Exception {
    assertThat(
            update(IDENTITY + "<Properties CreationDate='" + text + "'/>").properties().created())
        .contains(time);
  }

  /** What stands inside the Update, and why it is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Properties/> | it has no UpdateIdentity
          <UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01' RevisionNumber='200'/> | it has no Properties
          <Properties/><Properties/> | it has Properties twice
          <UpdateIdentity RevisionNumber='200'/> | it has no UpdateID here
          <UpdateIdentity UpdateID='1-2-3-4-5' RevisionNumber='1'/> | its UpdateID '1-2-3-4-5' is not an id
          <UpdateIdentity UpdateID='{1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01}' RevisionNumber='1'/> | its UpdateID '{1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01}' is not an id
          <UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01'/> | it has no RevisionNumber here
          <UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01' RevisionNumber='0'/> | its RevisionNumber '0' is not a revision
          <UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01' RevisionNumber='2147483648'/> | its RevisionNumber '2147483648' is not a revision
          <UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01' RevisionNumber='-1'/> | its RevisionNumber '-1' is not a number
          <Properties><KBArticleID>KB5005292</KBArticleID></Properties> | its KBArticleID is not a number of an article
          <Properties><KBArticleID/></Properties> | its KBArticleID is not a number of an article
          <LocalizedPropertiesCollection><LocalizedProperties><Language>e n</Language></LocalizedProperties></LocalizedPropertiesCollection> | its Language is not a language
          <LocalizedPropertiesCollection><LocalizedProperties><Title>a</Title><Title>b</Title></LocalizedProperties></LocalizedPropertiesCollection> | it has Title twice
          <LocalizedPropertiesCollection><LocalizedProperties><Language>en</Language><Title>a</Title></LocalizedProperties><LocalizedProperties><Language>EN</Language><Title>b</Title></LocalizedProperties></LocalizedPropertiesCollection> | it has two titles in 'en'
          <Relationships><SupersededUpdates><UpdateIdentity UpdateID=''/></SupersededUpdates></Relationships> | it has no UpdateID here
          <Relationships><BundledUpdates><UpdateIdentity UpdateID='1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01'/></BundledUpdates></Relationships> | it has no RevisionNumber here
          <Relationships><Prerequisites><AtLeastOne IsCategory='yes'/></Prerequisites></Relationships> | its IsCategory 'yes' is not true or false
          <Files><File FileName='a' Size='-1'/></Files> | its Size '-1' is not a number
          <Files><File FileName='a' Size='9999999999999999999'/></Files> | its Size '9999999999999999999' is not a number
          """)
  void whatMakesNoSenseIsRefused(String inside, String why) {
    assertThatThrownBy(() -> update(inside))
        .isInstanceOf(UpdateXmlException.class)
        .hasMessageEndingWith(": " + why)
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "CreationDate, yesterday, a time",
    "EulaID, none, an id",
    "ExplicitlyDeployable, TRUE, true or false"
  })
  void propertiesThatMakeNoSenseAreRefused(String name, String value, String wanted) {
    assertThatThrownBy(() -> update(IDENTITY + "<Properties " + name + "='" + value + "'/>"))
        .hasMessageEndingWith(": its " + name + " '" + value + "' is not " + wanted);
  }

  @Test
  void aRefusalSaysWhereAndQuotesLittle() {
    UpdateXmlException refusal =
        catchThrowableOfType(
            UpdateXmlException.class,
            () ->
                update(
                    "\n\n<UpdateIdentity UpdateID='"
                        + "x".repeat(5_000)
                        + "' RevisionNumber='1'/>"));
    assertThat(refusal.line()).isEqualTo(3);
    assertThat(refusal.column()).isGreaterThan(5_000);
    assertThat(refusal)
        .hasMessage(
            "line 3, column %d: its UpdateID '%s...' is not an id"
                .formatted(refusal.column(), "x".repeat(40)));
  }

  @Test
  void brokenXmlIsRefusedWithoutTheParsersWords() {
    assertThatThrownBy(() -> update("\n<Properties>"))
        .isInstanceOf(UpdateXmlException.class)
        .hasMessageMatching(
            "line 2, column \\d+: it is not well-formed XML without a document type")
        .hasNoCause();
  }

  @Test
  void anotherDocumentIsRefused() {
    assertThatThrownBy(() -> read(new StringReader("<Update/>")))
        .hasMessage(
            "line 1, column 10: it is not an Update of"
                + " http://schemas.microsoft.com/msus/2002/12/Update");
  }

  @Test
  void aDocumentTypeIsRefused() {
    assertThatThrownBy(() ->
            read(
                new StringReader(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")))
        .isInstanceOf(UpdateXmlException.class)
        .hasMessageEndingWith(": it has a document type or entities");
  }

  @Test
  void aReaderThatWouldFetchEntitiesIsRefused() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    assertThatThrownBy(
            () -> UpdateXml.read(factory.createXMLStreamReader(new StringReader("<a/>"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this reader of XML has javax.xml.stream.supportDTD on");
  }

  @Test
  void aStreamThatBreaksIsRefused() {
    Reader broken =
        new FilterReader(
            new StringReader(
                "<Update xmlns='" + UpdateXml.NAMESPACE + "'>" + "<a/>".repeat(50_000))) {
          @Override
          public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read < 0) {
              throw new IOException("secret words");
            }
            return read;
          }
        };
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UpdateXmlException.class)
        .hasMessageEndingWith(": its characters cannot be read")
        .hasNoCause();
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> update("<a>".repeat(100)))
        .hasMessageEndingWith(": it is nested deeper than 64 elements");
  }

  @Test
  void elementsAreBounded() {
    assertThatThrownBy(() -> update("<a/>".repeat(100_001)))
        .hasMessageEndingWith(": it has more than 100000 elements");
  }

  @Test
  void attributesAreBounded() {
    StringBuilder flood = new StringBuilder("<a");
    for (int i = 0; i < 65; i++) {
      flood.append(" a").append(i).append("=''");
    }
    assertThatThrownBy(() -> update(flood.append("/>").toString()))
        .hasMessageEndingWith(": an element has more than 64 attributes");
  }

  @Test
  void aTextIsBounded() {
    assertThatThrownBy(() ->
            update(
                "<Properties><KBArticleID>" + "1".repeat(70_000) + "</KBArticleID></Properties>"))
        .hasMessageEndingWith(": a text in it is longer than 65536 characters");
  }

  @Test
  void theWholeIsBounded() {
    String part = "<a b='" + "x".repeat(100_000) + "'>" + "y".repeat(100_000) + "</a>";
    assertThatThrownBy(() -> update(part.repeat(50)))
        .hasMessageEndingWith(": it holds more than 8388608 characters");
  }
}
