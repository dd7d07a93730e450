package dev.garrison.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
  private static String line(String... cells) {
    StringWriter out = new StringWriter();
    Csv.line(new PrintWriter(out), List.of(cells));
    return out.toString();
  }

  @Test
  void aCellThatSeparatesIsQuoted() {
    assertThat(line("plain", "a,b", "say \"no\"", "two\nlines", ""))
        .isEqualTo("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
  }

  @Test
  void aCellThatASpreadsheetWouldCalculateIsKeptAsText() {
    assertThat(line("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "a=1"))
        .isEqualTo("\"'=1+1\",\"'+1\",\"'-1\",\"'@SUM(A1)\",\"'\tx\",a=1\r\n");
    assertThat(line("\r=1", "=HYPERLINK(\"http://x\",\"y\")"))
        .isEqualTo("\"'\\u000d=1\",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
  }

  @Test
  void aCellIsQuotedWhateverSeparatesInTheReadersCountry() {
    assertThat(line("a;=1+1", "a\t=1+1", "a|=1+1", "a b"))
        .isEqualTo("\"a;=1+1\",\"a\t=1+1\",\"a|=1+1\",a b\r\n");
  }

  @Test
  void aFormulaOfFullWidthIsKeptAsText() {
    assertThat(line("\uff1d1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"))
        .isEqualTo("\"'\uff1d1\",\"'\uff0b1\",\"'\uff0d1\",\"'\uff20SUM(A1)\"\r\n");
  }

  @Test
  void whatTurnsTextAroundIsShown() {
    assertThat(line("a\u202eb")).isEqualTo("a\\u202eb\r\n");
  }
}
