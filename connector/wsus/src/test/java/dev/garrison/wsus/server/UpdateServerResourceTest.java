package dev.garrison.wsus.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether an update server that cannot be used needs a person, or only time. */
final class UpdateServerResourceTest {
  private static final Wanted<UpdateServerState> WANTED =
      Wanted.present(UpdateServerState.address("wsus01:8531"), UpdateServerState.READY);

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");

  private Proposal.Proposed proposed(NamedServer named) {
    return proposed(named, _ -> fake);
  }

  private static Proposal.Proposed proposed(
      NamedServer named, Function<WsusServer, UpdateServer> opening) {
    WsusServer server = named.server();
    UpdateServerResource resource =
        new UpdateServerResource(new UpdateServerPool(List.of(server), opening));
    Observation<UpdateServerState> seen =
        resource.observe(List.of(WANTED), new Resolved(), Scope.WANTED).of(WANTED.address());
    return (Proposal.Proposed) resource.propose(WANTED, seen);
  }

  private void blocked(Proposal.Proposed proposed, String problem, String remedy) {
    assertThat(proposed.action()).isEqualTo(Action.WAIT);
    assertThat(proposed.summary()).isEqualTo(problem);
    assertThat(proposed.blocked()).contains(new Blockage(problem, remedy));
  }

  @Test
  void aServerWhoseClockIsWrongIsBlocked() {
    fake.runAhead(Duration.ofHours(1));
    blocked(
        proposed(NamedServer.at("wsus01")),
        "the clocks of wsus01:8531 and this computer differ by more than five minutes",
        "Correct the clock that is wrong. In a domain, both computers get their time from a domain controller. Garrison doesn't write to that server, because start times and deadlines would be wrong.");
  }

  @Test
  void theClockOfAServerThatIsOnlyReadBlocksNothing() {
    fake.runAhead(Duration.ofHours(1));
    assertThat(proposed(NamedServer.at("wsus01").neverWritten()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void aServerThatIsAnotherOneIsBlocked() {
    UUID expected = new UUID(1, 2);
    blocked(
        proposed(NamedServer.at("wsus01").id(Optional.of(expected))),
        "WSUS server wsus01:8531 has the server ID "
            + fake.has().configuration.serverId()
            + ", but the manifest has "
            + expected
            + ".",
        "Find out which server answers at this address. If the server was set up again, correct \"serverId\".");
  }

  @Test
  void aServerThatRejectsTheSignInIsBlocked() {
    fake.calls().fail("configuration", FailureKind.UNAUTHORIZED, "HTTP 401");
    Proposal.Proposed proposed = proposed(NamedServer.at("wsus01"));
    assertThat(proposed.summary()).isEqualTo("wsus01:8531 rejected the sign-in");
    assertThat(proposed.blocked().map(Blockage::problem)).contains(proposed.summary());
  }

  @Test
  void aSignInThatFailsOnTheWayIsWaitedFor() {
    Diagnostic silent =
        Diagnostic.error(WsusCode.BELOW_UNKNOWN, "The domain controller is silent.", "Wait.");
    Proposal.Proposed proposed =
        proposed(
            NamedServer.at("wsus01"),
            _ -> {
              throw new RefusalException(silent);
            });
    assertThat(proposed.summary()).isEqualTo("The domain controller is silent.");
    assertThat(proposed.blocked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ACCESS_DENIED", "UNAUTHORIZED", "NOT_WSUS"})
  void aServerThatMayAnswerLaterIsWaitedFor(FailureKind kind) {
    fake.calls().fail("configuration", kind, "now");
    Proposal.Proposed proposed = proposed(NamedServer.at("wsus01"));
    assertThat(proposed.action()).isEqualTo(Action.WAIT);
    assertThat(proposed.blocked()).isEmpty();
  }
}
