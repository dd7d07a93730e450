package dev.garrison.cli.verify;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
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

  private static Verified different() {
    ThingServer server = new ThingServer();
    server.things.put("b", ours("1"));
    return new Verified(
        plan(server, intent(wanted("a", ours("1")), wanted("b", ours("2")))),
        List.of(
            Diagnostic.error(
                EngineCode.OBJECT_NOT_OURS, "A file was changed.", "Publish it again.")),
        Set.of(address("b")));
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
    Printed.asBefore(
        VerifyAnswerTest.class, "verify.json", text(different(), Optional.of(devices())));
  }

  @Test
  void withoutServersTheirPartIsNull() {
    Verified verified = new Verified(plan(new ThingServer(), intent()), List.of(), Set.of());
    Printed.asBefore(
        VerifyAnswerTest.class, "verify-without-devices.json", text(verified, Optional.empty()));
  }

  @Test
  void eachDifferenceIsARow() {
    assertThat(Rows.of(VerifyRow.COLUMNS, VerifyRow.of(different(), Optional.of(devices()))))
        .containsExactly(
            "part,subject,ring,state,what,wanted,actual,source,time,detail,remedy",
            "problem,GAR-0501,,error,,,,,,A file was changed.,Publish it again.",
            "object,thing/a,,never-applied,comment,Made by Garrison [garrison:1:contoso-prod],,,,a"
                + " thing,",
            "object,thing/a,,never-applied,value,1,,,,a thing,",
            "object,thing/b,,drifted,value,2,1,,,a thing,",
            "server,SRV01,pilot,antivirus-mode,antivirus,active,\"onboarded, but the antivirus mode"
                + " couldn't be set: deployment failed, error 0x87D00324 (the client: installed,"
                + " and not detected after it)\",CMPivot,2026-11-24T21:00:00Z,,\"Wait for the next"
                + " evaluation. If the error occurs again, a Group Policy or another tool changes the"
                + " values that the script set: exclude the server from that.\"",
            "server,SRV02,pilot,no-client,onboarding,onboarded by 2026-11-24T21:00:00Z,no-client:"
                + " Configuration Manager doesn't manage the server,the deployment,,,\"Install the"
                + " Configuration Manager client, or remove the record of the server.\"");
  }
}
