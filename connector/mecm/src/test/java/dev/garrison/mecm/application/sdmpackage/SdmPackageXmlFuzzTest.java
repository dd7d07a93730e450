package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hostile digests end in a value or in a diagnostic; see {@link FuzzRun} for long runs. */
final class SdmPackageXmlFuzzTest {
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
          "xmlns=\"\"",
          "xmlns:a=\"b\"",
          " a:b=\"c\"",
          "Version=\"0\"",
          "<Rule/>",
          "<Content/>",
          "<DeploymentType/>",
          "<Arg Name=\"MethodBody\"/>",
          "Or",
          "OneOf");

  private final SdmPackageXml codec = new SdmPackageXml();

  @Test
  void aMutatedDigestEndsInAValueOrADiagnostic() {
    List<Sample> samples =
        List.of(
            Sample.xml(Samples.compact(Samples.resource("defender-2012r2.xml"))),
            Sample.xml(Samples.resource("edited-in-the-console.xml")));
    new FuzzRun("digest", new Mutator(samples, WORDS, "<a>", "</a>"))
        .check("read and updated", this::outcome);
  }

  private String outcome(byte[] input) {
    // The digest comes out of JSON, where half a surrogate pair can be escaped.
    String digest = new String(input, StandardCharsets.UTF_8).replace('\uFFFD', '\uD800');
    try {
      codec.read(digest);
    } catch (RefusalException e) {
      return FuzzRun.refused(e);
    }
    try {
      codec.update(digest, Samples.defender("other.cmd"));
      return "read and updated";
    } catch (RefusalException e) {
      return "read, then " + FuzzRun.refused(e);
    }
  }

  @Test
  void aBillionLaughsAreNotTold() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
    }
    refused(
        bomb.append("]><AppMgmtDigest>&x29;</AppMgmtDigest>").toString(),
        "document types and entities are not read");
  }

  @Test
  void anExternalEntityIsNotFetched() {
    refused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><AppMgmtDigest>&x;</AppMgmtDigest>",
        "document types and entities are not read");
  }

  @Test
  void deepNestingIsBounded() {
    refused("<a>".repeat(100_000), "the document is nested deeper than 64 elements");
  }

  @Test
  void deepNestingInTheDetectionMethodIsBounded() {
    String digest = Samples.resource("defender-2012r2.xml");
    refused(
        digest.replaceFirst("&lt;Settings&gt;", "&lt;a&gt;".repeat(100_000)),
        "the document is nested deeper than 64 elements");
  }

  @Test
  void aHugeDocumentIsBounded() {
    refused(
        "<a b=\"" + "x".repeat(5_000_000) + "\"/>",
        "the document is longer than 4194304 characters");
  }

  @Test
  void aFloodOfElementsIsBounded() {
    refused("<a>" + "<b/>".repeat(30_000) + "</a>", "the document has more than 20000 elements");
  }

  @Test
  void aFloodOfAttributesIsBounded() {
    StringBuilder flood = new StringBuilder("<a");
    for (int i = 0; i < 100; i++) {
      flood.append(" a").append(i).append("=\"\"");
    }
    refused(flood.append("/>").toString(), "an element has more than 64 attributes");
  }

  @Test
  void textBesideElementsIsRefused() {
    refused("<a>text<b/></a>", "<a> holds text and elements side by side");
  }

  private void refused(String digest, String why) {
    assertThatThrownBy(() -> codec.read(digest))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(" can't be read: " + why + ". Open the application in the console.");
  }
}
