package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file that is not YAML is reported for, by what its author did. */
final class YamlMistakeTest {
  private static final String TAB = "This line is indented with a tab";
  private static final String INDENT = "The indentation of this line doesn't match the lines above";
  private static final String BACKSLASH =
      "A text in double quotes contains a backslash, which YAML reads as the start of an escape"
          + " sequence";
  private static final String COLON =
      "This line has no colon after the key, or no space after the colon";
  private static final String SECOND_COLON =
      "A value in this line contains a colon followed by a space";
  private static final String OPEN = "A quotation mark in this line isn't closed";
  private static final String AFTER = "Text follows a closing quotation mark";
  private static final String BRACKET =
      "A bracket in this line isn't closed, or a comma between its entries is missing";
  private static final String START =
      "A value in this line begins with a character that YAML reserves";

  private static String problem(String text) {
    return Examples.problems(text).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "3|" + TAB + "|site:\\n  code: PS1\\n\\tproviders: x\\n",
        "2|" + TAB + "|site:\\n\\tcode: PS1\\n",
        "2|" + TAB + "|site:\\n  \\tcode: PS1\\n",
        "1|A tab in this line is in a place where YAML allows only spaces|name: \\tx\\n",
        "3|" + INDENT + "|site:\\n  code: PS1\\n providers: x\\n",
        "3|" + INDENT + "|site:\\n  code: PS1\\n   providers: x\\n",
        "4|" + INDENT + "|site:\\n  code: PS1\\n\\n    providers: x\\n",
        "2|" + INDENT + "|  name: x\\nsite: y\\n",
        "3|" + INDENT + "|rings:\\n  - name: x\\n   maxDevices: 1\\n",
        "3|" + INDENT + "|groups:\\n  - b\\n - c\\n",
        "2|" + INDENT + "|name: x\\n- b\\n",
        "2|" + INDENT + "|name: 'x'\\n 'b'\\n",
        "1|" + BACKSLASH + "|source: \"\\\\\\\\fs01\\\\mde$\"\\n",
        "1|" + BACKSLASH + "|folder: \"C:\\\\users\"\\n",
        "1|" + COLON + "|name:contoso\\nsite: x\\n",
        "2|" + COLON + "|site:\\n  code:PS1\\n  providers: x\\n",
        "2|" + COLON + "|apiVersion: 1\\nname contoso\\nsite: x\\n",
        "1|" + SECOND_COLON + "|reason: moved: see ticket\\n",
        "1|" + OPEN + "|name: \"abc\\nsite: x\\n",
        "1|" + OPEN + "|name: 'abc\\nsite: x\\n",
        "1|" + OPEN + "|name: \"abc\\nuser: \"x\"\\n",
        "1|" + AFTER + "|reason: 'it's here'\\n",
        "1|" + AFTER + "|name: \"x\" y\\n",
        "1|" + BRACKET + "|groups: [a, b\\nname: x\\n",
        "1|" + START + "|reason: @home\\n",
        "1|" + START + "|cron: * * * * *\\n",
        "1|A list entry begins in the same line as the key of the list|rings: - name: x\\n",
        "1|The file isn't YAML: expected a comment or a line break, but found x(120)|name: > x\\n"
      })
  void aMistakeIsNamedWithItsLine(int line, String problem, String text) {
    String plain =
        text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\");
    assertThat(problem(plain)).startsWith(problem + " (garrison.yaml:" + line + "). ");
  }

  @Test
  void theFixForABackslashIsShownInBothLanguages() {
    Message message = message("source: \"\\\\fs01\\mde$\"\n");
    assertThat(message.fix().in(Language.ENGLISH))
        .isEqualTo(
            "Use single quotes around the text, for example '\\\\fs01.contoso.example\\mde$'.");
    assertThat(message.problem().in(Language.JAPANESE))
        .isEqualTo("二重引用符で囲まれたテキストに円記号 (\\) があります。YAML ではエスケープ シーケンスの始まりと解釈されます。");
    assertThat(message.fix().in(Language.JAPANESE))
        .isEqualTo("テキストを一重引用符で囲んでください (例: '\\\\fs01.contoso.example\\mde$')。");
  }

  private static Message message(String text) {
    try {
      new ManifestReader()
          .read(
              "garrison.yaml",
              Path.of("/srv/garrison"),
              text.getBytes(StandardCharsets.UTF_8),
              Examples.TODAY);
      throw new AssertionError("the text was read");
    } catch (RefusalException e) {
      return e.diagnostics().getFirst().message();
    }
  }
}
