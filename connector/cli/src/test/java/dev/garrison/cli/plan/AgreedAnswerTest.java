package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.session.WriteSession.Applied;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgreedAnswerTest {
  private static final Address OBJECT = new Address("deployment", "MDE pilot");
  private static final Applied APPLIED =
      new Applied(
          new ApplyReport(Map.of(OBJECT, new StepResult.Done()), "9f2ce1"),
          "2026-11-24T21-07-33.000Z-1");

  @Test
  void anUndoNamesTheRunAndTheNewOne() {
    assertThat(new Json().pretty(AgreedAnswer.undone("2026-11-24T20-00-00.000Z-1", APPLIED)))
        .isEqualTo(
            """
            {
              "complete" : true,
              "format" : "garrison.undo/1",
              "head" : "9f2ce1",
              "objects" : [
                {
                  "detail" : "",
                  "kind" : "deployment",
                  "name" : "MDE pilot",
                  "problem" : null,
                  "result" : "done"
                }
              ],
              "run" : "2026-11-24T21-07-33.000Z-1",
              "subject" : "2026-11-24T20-00-00.000Z-1",
              "succeeded" : true
            }
            """);
  }

  @Test
  void anAdoptionNamesTheObject() {
    assertThat(new Json().tree(AgreedAnswer.adopted(OBJECT, APPLIED)))
        .hasToString(
            "{\"format\":\"garrison.adopt/1\",\"subject\":\"deployment/MDE"
                + " pilot\",\"run\":\"2026-11-24T21-07-33.000Z-1\",\"head\":\"9f2ce1\",\"succeeded\":true,\"complete\":true,\"objects\":[{\"kind\":\"deployment\",\"name\":\"MDE"
                + " pilot\",\"result\":\"done\",\"detail\":\"\",\"problem\":null}]}");
  }
}
