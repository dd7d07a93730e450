package dev.garrison.cli.rollout;

import dev.garrison.cli.Printed;
import dev.garrison.cli.rollout.OrderAnswer.Running;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.resource.Address;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.json.Json;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.RecordCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrderAnswerTest {
  private static final Applied APPLIED =
      new Applied(
          new ApplyReport(
              Map.of(new Address("deployment", "MDE pilot"), new StepResult.Done()), "9f2ce1"),
          "2026-11-24T21-07-33.000Z-1");

  private static String answer(Kind kind, Running running) {
    return new Json()
        .pretty(OrderAnswer.of(new RingOrder(kind, "pilot", "CHG7"), running, APPLIED));
  }

  @Test
  void aHaltIsAsItWasPrintedBefore() {
    HaltedServers running =
        new HaltedServers(
            "pilot",
            4,
            1,
            0,
            0,
            List.of(
                new HaltedServers.Named(
                    16777220, "SRV01", "onboarding", "installing", Optional.empty())));
    Printed.asBefore(
        OrderAnswerTest.class,
        "ring-halted.json",
        answer(Kind.HALT, new Running(Optional.of(running), Optional.empty(), true)));
  }

  @Test
  void aHaltWhoseServersCouldNotBeReadIsAsItWasPrintedBefore() {
    RefusalException failure =
        new RefusalException(
            Diagnostic.error(RecordCode.JOURNAL_UNREADABLE, "It does not answer.", "Look."));
    Printed.asBefore(
        OrderAnswerTest.class,
        "ring-halted-unread.json",
        answer(Kind.HALT, new Running(Optional.empty(), Optional.of(failure), false)));
  }

  @Test
  void aRingThatGoesOnIsAsItWasPrintedBefore() {
    Printed.asBefore(
        OrderAnswerTest.class, "ring-resumed.json", answer(Kind.RESUME, Running.NOT_ASKED));
  }
}
