package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.garrison.diagnostic.RefusalException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Hostile digests. Each ends in a value or in a diagnostic. {@code -Dfuzz.inputs=1000000} makes the
 * run long; a failure names the seed of its input.
 */
final class SdmPackageXmlFuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
  private static final List<String> BITS =
      List.of(
          "<",
          ">",
          "/>",
          "\"",
          "&",
          "&amp;",
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
          "\u0000",
          "\ud800",
          "\uffff",
          "-1",
          "2147483648",
          "99999999999999999999",
          "Version=\"0\"",
          "true",
          "",
          "<Rule/>",
          "<Content/>",
          "<DeploymentType/>",
          "<Arg Name=\"MethodBody\"/>",
          "Or",
          "OneOf");

  private final SdmPackageXml codec = new SdmPackageXml();
  private final List<String> corpus =
      List.of(
          Samples.compact(Samples.resource("defender-2012r2.xml")),
          Samples.resource("edited-in-the-console.xml"));

  @Test
  void aMutatedDigestEndsInAValueOrADiagnostic() {
    int values = 0;
    for (long seed = 0; seed < INPUTS; seed++) {
      String input = mutate(new Random(seed));
      try {
        codec.read(input);
        values++;
        codec.update(input, Samples.defender("other.cmd"));
      } catch (RefusalException expected) {
        assertThat(expected.diagnostics()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + seed, e);
      }
    }
    assertThat(values).as("inputs that still could be read").isBetween(INPUTS / 20, INPUTS - 1);
  }

  private String mutate(Random random) {
    StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, BITS.get(random.nextInt(BITS.size())));
        case 2 -> text.replace(from, to, BITS.get(random.nextInt(BITS.size())));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
        case 4 -> text.setCharAt(from, (char) random.nextInt(0x250));
        default -> element(text, from, random);
      }
      if (text.isEmpty()) {
        return "";
      }
    }
    return text.toString();
  }

  /** Doubles, moves or takes out something that is well-formed, so that the model is reached. */
  private static void element(StringBuilder text, int from, Random random) {
    int start = text.indexOf("<", from);
    int end = text.indexOf("/>", Math.max(start, 0));
    if (start < 0 || end < 0 || text.substring(start + 1, end).indexOf('<') >= 0) {
      return;
    }
    String element = text.substring(start, end + 2);
    if (random.nextBoolean()) {
      text.delete(start, end + 2);
    }
    int place = text.indexOf("<", random.nextInt(text.length()));
    text.insert(Math.max(place, 0), element);
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
    refused("<a>".repeat(100_000), "it is nested deeper than 64 elements");
  }

  @Test
  void deepNestingInTheDetectionMethodIsBounded() {
    String digest = Samples.resource("defender-2012r2.xml");
    refused(
        digest.replaceFirst("&lt;Settings&gt;", "&lt;a&gt;".repeat(100_000)),
        "it is nested deeper than 64 elements");
  }

  @Test
  void aHugeDocumentIsBounded() {
    refused("<a b=\"" + "x".repeat(5_000_000) + "\"/>", "it is longer than 4194304 characters");
  }

  @Test
  void aFloodOfElementsIsBounded() {
    refused("<a>" + "<b/>".repeat(30_000) + "</a>", "it has more than 20000 elements");
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
        .hasMessageContaining(" cannot be read: " + why + ". Open the application in the console.");
  }
}
