package dev.garrison.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class XmlParserTest {
  private final XmlParser parser = new XmlParser();

  @Test
  void namesAreExpanded() throws XmlFormatException {
    assertThat(parser.parse("<p:a xmlns:p=\"urn:x\" p:b=\"1\" c=\"2\"/>"))
        .isEqualTo(
            new XmlElement(
                new XmlElement.Name("urn:x", "a"),
                Map.of(new XmlElement.Name("urn:x", "b"), "1", XmlElement.Name.plain("c"), "2"),
                Map.of("p", "urn:x"),
                "",
                List.of()));
  }

  @Test
  void aDeclarationOfAnotherEncodingMeansNothingInAString() throws XmlFormatException {
    assertThat(
            parser
                .parse("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\u00e4\ud83d\ude80</a>")
                .text())
        .isEqualTo("\u00e4\ud83d\ude80");
  }

  @Test
  void layoutIsDroppedAndTextIsKept() throws XmlFormatException {
    XmlElement root = parser.parse("<a>\n  <b>\n  </b>\n  <c> x </c><d><![CDATA[<&]]>y</d>\n</a>");
    assertThat(root.text()).isEmpty();
    assertThat(root.children()).extracting(XmlElement::text).containsExactly("", " x ", "<&y");
  }

  @Test
  void aLongEscapedTextIsNotMistakenForAnEntityAttack() throws XmlFormatException {
    assertThat(parser.parse("<a>" + "&lt;".repeat(500_000) + "</a>").text()).hasSize(500_000);
  }

  @Test
  void whatIsWrittenIsReadBack() throws XmlFormatException {
    XmlElement element =
        XmlElement.of("urn:x", "a")
            .with("attribute", "\t\n\r\"<>&' ]]>")
            .containing(
                XmlElement.of("urn:x", "b").withText("\t\r\n\"<>&' ]]>x"),
                XmlElement.of("", "c").containing(XmlElement.of("urn:x", "d")));
    assertThat(parser.parse(XmlWriter.document(element))).isEqualTo(element);
  }

  @Test
  void attributesOfOtherNamespacesKeepTheirs() throws XmlFormatException {
    String written = "<a xmlns:p=\"urn:p\"><b p:x=\"1\"><c xmlns:p=\"urn:q\" p:x=\"2\"/></b></a>";
    assertThat(XmlWriter.fragment(parser.parse(written))).isEqualTo(written);
  }

  @Test
  void somethingAfterTheRootIsRefused() {
    assertThatThrownBy(() -> parser.parse("<a/><b/>"))
        .isInstanceOf(XmlFormatException.class)
        .hasMessageStartingWith("the document isn't well-formed XML at line 1, column ");
  }

  @Test
  void nothingIsRefused() {
    assertThatThrownBy(() -> parser.parse(""))
        .isInstanceOf(XmlFormatException.class)
        .hasMessageStartingWith("the document isn't well-formed XML");
  }

  @Test
  void charactersThatXmlCannotCarryAreKnown() {
    assertThat(XmlWriter.canCarry("a\t\n\r\u00e4\ud83d\ude80")).isTrue();
    assertThat(List.of("\u0000", "\u001b", "\ud800", "\uffff")).noneMatch(XmlWriter::canCarry);
  }
}
