package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals of content are a second opinion on the reports of points. */
final class AnswersTest {
  private static ObjectNode application() {
    return JsonNodeFactory.instance.objectNode().put("ObjectID", "ScopeId_1/Application_2");
  }

  /** MessageState is 1 success, 2 in progress, 3 error. */
  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 1, 0", "1, 7, 0", "2, 0, 0", "3, 0, 0"})
  void totalsOfNoneContradictAReportOfSuccess(int state, int total, long denied) {
    Row report = new Row(application().put("MessageState", state));
    Row totals = new Row(application().put("NumberSuccess", total));
    assertThat(Answers.denied(List.of(report), List.of(totals))).isEqualTo(denied);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void totalsThatSayNothingContradictNothing(boolean listed) {
    Row report = new Row(application().put("MessageState", 1));
    List<Row> totals =
        listed ? List.of(new Row(application().putNull("NumberSuccess"))) : List.of();
    assertThat(Answers.denied(List.of(report), totals)).isZero();
  }
}
