package dev.garrison.cli.journal;

import dev.garrison.cli.Printed;
import dev.garrison.json.Json;
import org.junit.jupiter.api.Test;

final class EvidenceAnswerTest {
  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    Printed.asBefore(
        EvidenceAnswerTest.class,
        "evidence.json",
        new Json().pretty(EvidenceAnswer.of(SampleEvidence.november())));
  }
}
