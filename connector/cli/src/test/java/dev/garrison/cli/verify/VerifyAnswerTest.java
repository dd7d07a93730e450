package dev.garrison.cli.verify;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;

import dev.garrison.cli.Printed;
import dev.garrison.cli.fleet.KnownFleet;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.fleet.compliance.Conformity;
import dev.garrison.fleet.compliance.Expectation;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.json.Json;
import dev.garrison.session.Session.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VerifyAnswerTest {
  private static String text(Verified verified, Optional<DeviceFindings> devices) {
    return new Json().pretty(VerifyAnswer.of(verified, devices));
  }

  static DeviceFindings devices() {
    FleetStanding fleet = new KnownFleet().standing();
    return new DeviceFindings(
        new DeviceStanding(
            fleet,
            new Conformity(
                fleet.judge(),
                KnownFleet.TENANT,
                Map.of("pilot", new Expectation(Optional.of(KnownFleet.NOW), false)),
                KnownFleet.NOW.plusSeconds(1))));
  }

  @Test
  void whatWasFoundOfAllIsAsItWasPrintedBefore() {
    ThingServer server = new ThingServer();
    server.things.put("b", ours("1"));
    Verified verified =
        new Verified(
            plan(server, intent(wanted("a", ours("1")), wanted("b", ours("2")))),
            List.of(
                Diagnostic.error(
                    EngineCode.OBJECT_NOT_OURS, "A file was changed.", "Publish it again.")),
            Set.of(address("b")));
    Printed.asBefore(VerifyAnswerTest.class, "verify.json", text(verified, Optional.of(devices())));
  }

  @Test
  void withoutServersTheirPartIsNull() {
    Verified verified = new Verified(plan(new ThingServer(), intent()), List.of(), Set.of());
    Printed.asBefore(
        VerifyAnswerTest.class, "verify-without-devices.json", text(verified, Optional.empty()));
  }
}
