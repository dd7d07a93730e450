package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.garrison.json.Json;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.TestResult.Outcome;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a client reported of the test, in words. */
final class ReadingTest {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  /** The same in capital letters. */
  private static final String LOUD = "5D1F2C7E-3F0B-4C55-9D0E-8F6F3A1B70C2";

  private static final TestServer SERVER =
      new TestServer(7, "FS01", "LAB", "pilot", "onboarded", true);
  private static final String RAN =
      "{\"code\":0,\"message\":\"The command ran.\",\"orgId\":\"" + LOUD + "\"}";

  private static TestResult read(long state, String output) {
    return new DetectionScript(() -> new byte[0], new Json(), TENANT)
        .result(SERVER, 9, new ScriptReport(state, OptionalLong.of(0), output));
  }

  private static String asText(String text) {
    return new Json().canonical(TextNode.valueOf(text));
  }

  @Test
  void aTextInATextAndAnObjectAreUnderstoodAlike() {
    for (String output : new String[] {asText(RAN), RAN}) {
      TestResult result = read(1, output);
      assertThat(result.outcome()).isEqualTo(Outcome.RAN);
      assertThat(result.words()).isEqualTo("The command ran");
      assertThat(result.code()).hasValue(0);
      assertThat(result.operation()).hasValue(9);
    }
  }

  @Test
  void aScriptThatLeftSaysWithWhichCode() {
    TestResult result = read(1, asText("{\"code\":20052,\"message\":\"no\",\"orgId\":\"\"}"));
    assertThat(result.outcome()).isEqualTo(Outcome.LEFT);
    assertThat(result.words()).isEqualTo("the test did not run (20052): no");
    assertThat(result.tenant()).isEmpty();
  }

  @Test
  void aSensorOfAnotherTenantIsNoSuccess() {
    TestResult result = read(1, RAN.replace(LOUD, "other"));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.words())
        .isEqualTo("the test ran, and the sensor reports to tenant other: its alert comes there");
  }

  @Test
  void aStateThatIsNotKnownIsNoSuccessWhateverWasPrinted() {
    TestResult result = read(7, asText(RAN));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.words())
        .startsWith("the client reported the unknown state 7 with exit code 0, and ");
  }

  @Test
  void outputThatIsNotOursIsNoSuccess() {
    assertThat(read(1, "").words())
        .isEqualTo(
            "the client reported success with exit code 0, but the script printed no output");
    assertThat(read(1, "\"hello\nthere\"").words()).endsWith("the script printed \"hello there\"");
    assertThat(read(1, asText(RAN).substring(0, 20)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(read(1, "{\"other\":0}").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(read(2, "x".repeat(500)).words()).hasSizeLessThan(300).endsWith("...");
  }
}
