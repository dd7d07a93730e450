package dev.garrison.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.report.Redaction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudonymsTest {
  private static String text(String text) {
    SiteNames names = new SiteNames();
    names.knowServer("web02.contoso.example");
    return new Pseudonyms(new Redaction(names), Set.of(), new Json()).text(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\tat java.base/java.lang.Thread.run(Thread.java:1583)",
        "\tat app//dev.garrison.job.work.Step.lambda$of$0(Step.java:12)",
        "    at io.javalin.Javalin.<init>(Javalin.kt:30)",
        "\tat jdk.internal.Native.call(Native Method)",
        "\t... 12 more",
        "\t... 3 common frames omitted"
      })
  void aLineOfAStackTraceStays(String line) {
    assertThat(text("It failed.\n" + line)).isEqualTo("It failed.\n" + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  at web02.contoso.example",
        "\tat web02.contoso.example (IIS)",
        " ... 5 of web02.contoso.example",
        "  at web02"
      })
  void anyOtherLineThatBeginsSoIsText(String line) {
    assertThat(text(line)).doesNotContain("web02", "contoso").contains("<server-1>");
  }

  @Test
  void noLineHasASecret() {
    assertThat(text("  at the end password=hunter2")).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "JSON # {\"a\":\"b\\u202ec\"}",
        "JSON_LINES # {\"a\":\"b\\u202ec\"}",
        "JSON_LINES # {\"a\":\"b\u202ec",
        "CMTRACE # <![LOG[b\u202ec]LOG]!>",
        "MANIFEST # description: b\u202ec"
      })
  void whatTurnsTextAroundIsShownInEveryFile(BundleFile.Form form, String text) {
    Redaction redaction = new Redaction(new SiteNames());
    assertThat(
            new Pseudonyms(redaction, Set.of(), new Json())
                .of(new BundleFile("a", "b", form, text)))
        .contains("b\\u202ec");
  }

  @Test
  void theNameOfAFormatIsNoName() {
    SiteNames names = new SiteNames();
    names.knowUser("garrison-support-runs");
    String file = "{\"format\":\"garrison-support-runs/1\"}";
    assertThat(
            new Pseudonyms(new Redaction(names), Set.of(), new Json())
                .of(new BundleFile("a", "b", BundleFile.Form.JSON, file)))
        .isEqualTo("{\n  \"format\" : \"garrison-support-runs/1\"\n}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {" at a.", "java.", "<server-1>.a", "a.", "/a", "S-1-1", "a-1"})
  void aLineOfOnePieceRepeatedIsReadToItsEnd(String piece) {
    assertThat(text("x" + piece.repeat(16_000 / piece.length()))).isNotEmpty();
    assertThat(text(" at " + piece.repeat(100_000) + "x(X.java:1)")).isNotEmpty();
  }
}
