package dev.garrison.cli.lab;

import dev.garrison.cli.Printed;
import dev.garrison.demo.DemoResult;
import dev.garrison.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DemoAnswerTest {
  private static String text(DemoResult result) {
    return new Json().canonical(DemoAnswer.of(result));
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    DemoResult result =
        new DemoResult(
            "2107-rollup",
            "application",
            Map.of("create", 12L, "update", 1L),
            true,
            false,
            new TreeMap<>(Map.of("succeeded", 11, "failed", 1)));
    Printed.asBefore(DemoAnswerTest.class, "demo.json", text(result));
  }
}
