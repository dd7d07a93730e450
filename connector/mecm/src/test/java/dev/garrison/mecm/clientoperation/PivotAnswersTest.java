package dev.garrison.mecm.clientoperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms in which answers may come; only that of one device is documented. */
final class PivotAnswersTest {
  private static PivotAnswers of(String json) {
    return PivotAnswers.of((ObjectNode) new Json().parse(json));
  }

  @Test
  void rowsOfOneDeviceBelongToTheDeviceTheyName() {
    assertThat(
            of("{\"value\":{\"Status\":\"1\",\"Result\":[{\"Device\":\"A\",\"Name\":\"Sense\"}]}}")
                .byDevice())
        .isEqualTo(Map.of("A", List.of(Map.of("Device", "A", "Name", "Sense"))));
  }

  @Test
  void rowsWithoutANameAreThoseOfTheDeviceThatWasAsked() {
    assertThat(of("{\"Result\":[{\"State\":\"Running\"}]}").byDevice())
        .isEqualTo(Map.of("", List.of(Map.of("State", "Running"))));
  }

  @Test
  void aDeviceWithoutRowsHasAnsweredThatThereAreNone() {
    assertThat(of("{\"value\":{\"Result\":[]}}").byDevice()).isEqualTo(Map.of("", List.of()));
    assertThat(of("{\"value\":[{\"Device\":\"A\",\"Result\":[]}]}").byDevice())
        .isEqualTo(Map.of("A", List.of()));
  }

  @Test
  void aListMayHoldDevicesOrRows() {
    Map<String, List<Map<String, String>>> both =
        Map.of(
            "A", List.of(Map.of("Device", "A", "Value", "1")),
            "B", List.of(Map.of("Device", "B", "Value", "")));
    assertThat(
            of("{\"value\":[{\"DeviceName\":\"A\",\"Result\":[{\"Device\":\"A\",\"Value\":1}]},"
                    + "{\"DeviceName\":\"B\",\"Result\":[{\"Device\":\"B\",\"Value\":null}]}]}")
                .byDevice())
        .isEqualTo(both);
    assertThat(
            of("{\"value\":[{\"Device\":\"A\",\"Value\":1},{\"Device\":\"B\",\"Value\":null}]}")
                .byDevice())
        .isEqualTo(both);
  }

  @Test
  void anotherFormIsNotUnderstood() {
    assertThat(of("{\"value\":\"<result/>\"}").understood()).isFalse();
    assertThat(of("{}").understood()).isFalse();
  }

  @Test
  void noRowsAtAllAreUnderstood() {
    assertThat(of("{\"value\":[]}")).isEqualTo(new PivotAnswers(Map.of(), true));
  }
}
