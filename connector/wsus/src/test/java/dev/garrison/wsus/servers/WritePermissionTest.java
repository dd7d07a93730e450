package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands before every write to an update server, one guard at a time. */
final class WritePermissionTest {
  private static final Diagnostic STOPPED =
      Diagnostic.error(WsusCode.READ_BACK_OTHER, "It did something else.", "Look at it.");

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");
  private WsusServer named = NamedServer.at("wsus01").server();
  private UpdateServerPool pool = pool();

  private UpdateServerPool pool() {
    return new UpdateServerPool(List.of(named), _ -> fake);
  }

  private void named(NamedServer other) {
    named = other.server();
    pool = pool();
  }

  private void configuration(UUID id, boolean replica, boolean setUp) {
    fake.has().configuration =
        new ServerConfiguration(id, true, "", replica, setUp, false, true, 8530);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> new WritePermission(pool).open(named)).hasMessage(message);
    assertThat(fake.calls().writes()).isEmpty();
  }

  @Test
  void nothingSpeaksAgainstAServerOfOurs() {
    assertThat(new WritePermission(pool).open(named)).isSameAs(fake);
    assertThat(pool.stopped(named)).isEmpty();
  }

  @Test
  void aServerThatDidSomethingElseIsNotEvenAsked() {
    pool.stop(named, STOPPED);

    refused("It did something else. Look at it. [READ_BACK_OTHER GAR-0948]");
    assertThat(fake.calls().all()).isEmpty();
  }

  @Test
  void aServerThatDoesNotTellWhoIsBelowItIsNotWrittenTo() {
    pool.hiding(
        Map.of(
            named,
            new RefusalException(
                Diagnostic.error(WsusCode.BELOW_UNKNOWN, "Nobody knows.", "Ask."))));

    refused("Nobody knows. Ask. [BELOW_UNKNOWN GAR-0556]");
  }

  @Test
  void aServerOfWhichTheManifestDoesNotSayThatItIsWrittenToIsNot() {
    named(NamedServer.at("wsus01").neverWritten());

    refused(
        "The manifest doesn't allow changes on WSUS server wsus01:8531. Set \"allowWrites: true\" for this server if it isn't a software update point. [WRITES_NOT_ALLOWED GAR-0991]");
    assertThat(fake.calls().all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = WsusServer.Owner.class, mode = EnumSource.Mode.EXCLUDE, names = "WSUS")
  void aServerThatSomebodyElseManagesIsNotWrittenTo(WsusServer.Owner owner) {
    named(NamedServer.at("wsus01").owner(owner));

    refused(
        "The manifest doesn't allow changes on WSUS server wsus01:8531. Set \"allowWrites: true\" for this server if it isn't a software update point. [WRITES_NOT_ALLOWED GAR-0991]");
  }

  @Test
  void anotherServerBehindTheSameNameIsNotWrittenTo() {
    configuration(new UUID(9, 9), false, true);

    refused(
        "WSUS server wsus01:8531 has the server ID 00000000-0000-0009-0000-000000000009, but the manifest has 0a1b2c3d-0000-4000-8000-000000000001. Find out which server answers at this address. If the server was set up again, correct \"serverId\". [OTHER_UPDATE_SERVER GAR-0934]");
  }

  @Test
  void aServerWithoutAnIdInTheManifestIsTakenForTheOne() {
    named(NamedServer.at("wsus01").id(Optional.empty()));
    configuration(new UUID(9, 9), false, true);

    assertThat(new WritePermission(pool).open(named)).isSameAs(fake);
  }

  @ParameterizedTest
  @CsvSource({"301, 2026-11-24T21:05:01Z", "-302, 2026-11-24T20:54:58Z"})
  void aServerWhoseClockIsWrongIsNotWrittenToAndStopped(int seconds, String shown) {
    fake.runAhead(Duration.ofSeconds(seconds));

    refused(
        "The clock of wsus01:8531 showed %s when the clock of this computer showed 2026-11-24T21:00:00Z: they are more than five minutes apart. Correct the clock that is wrong. In a domain, both computers get their time from a domain controller. Garrison doesn't write to that server, because start times and deadlines would be wrong. [CLOCKS_APART GAR-0259]"
            .formatted(shown));
    assertThat(pool.stopped(named)).isPresent();
  }

  @Test
  void aServerWhoseClockIsFiveMinutesAheadIsWrittenTo() {
    fake.runAhead(Duration.ofMinutes(5));

    assertThat(new WritePermission(pool).open(named)).isSameAs(fake);
  }

  @Test
  void aReplicaIsNotWrittenTo() {
    configuration(FakeMemory.SERVER_ID, true, true);

    refused(
        "WSUS server wsus01:8531 is a replica. Create a new plan. No changes were made. [WRITES_NOT_ALLOWED GAR-0991]");
  }

  @Test
  void aServerThatIsNotSetUpIsNotWrittenTo() {
    configuration(FakeMemory.SERVER_ID, false, false);

    refused(
        "WSUS server wsus01:8531 isn't set up. Create a new plan. No changes were made. [WRITES_NOT_ALLOWED GAR-0991]");
  }

  @ParameterizedTest
  @CsvSource({
    "REPORTER, a member of WSUS Reporters only",
    "UNAUTHORIZED, in neither WSUS Administrators nor WSUS Reporters"
  })
  void anAccountThatIsNoAdministratorDoesNotWrite(UserRole role, String words) {
    fake.has().role = role;

    refused(
        "The account that makes changes on WSUS server wsus01:8531 is %s. Add the account to the local group WSUS Administrators on that server. [WRITER_IS_NO_ADMINISTRATOR GAR-0990]"
            .formatted(words));
  }

  @Test
  void whereAnotherAccountWritesTheReadersRoleDecidesNothing() {
    named(NamedServer.at("wsus01").writer("CONTOSO\\writer"));
    fake.has().role = UserRole.REPORTER;

    assertThat(new WritePermission(pool).open(named)).isSameAs(fake);
    assertThat(fake.calls().all()).doesNotContain("role");
  }

  @ParameterizedTest
  @EnumSource(
      value = SyncState.class,
      names = {"RUN_REQUESTED", "WORKING", "CANCEL_REQUESTED", "UNKNOWN"})
  void aServerThatSynchronisesIsNotWrittenToWhereItMustBeAtRest(SyncState state) {
    fake.has().syncState = state;

    assertThatThrownBy(() -> new WritePermission(pool).openAtRest(named))
        .hasMessage(
            "WSUS server wsus01:8531 is synchronizing. Run the command again when the synchronization has ended. No changes were made. [SERVER_SYNCHRONISING GAR-0994]");
    assertThat(new WritePermission(pool).open(named)).isSameAs(fake);
  }

  @ParameterizedTest
  @EnumSource(
      value = SyncState.class,
      names = {"NOT_RUNNING", "FAILED"})
  void aServerAtRestIsWrittenTo(SyncState state) {
    fake.has().syncState = state;

    assertThat(new WritePermission(pool).openAtRest(named)).isSameAs(fake);
  }

  @Test
  void whatIsInTheWayOfEveryWriteIsInTheWayOfOneAtRest() {
    configuration(FakeMemory.SERVER_ID, true, true);

    assertThatThrownBy(() -> new WritePermission(pool).openAtRest(named))
        .hasMessageStartingWith("WSUS server wsus01:8531 is a replica.");
  }

  @Test
  void aServerThatIsStoppedIsNotOpenedAgain() {
    WritePermission gate = new WritePermission(pool);

    assertThat(gate.stop(named, Text.verbatim("It kept another deadline.")))
        .hasMessage(
            "It kept another deadline. Check the update in the WSUS console. Garrison makes no more changes on that server in this run. [READ_BACK_OTHER GAR-0948]");
    refused(
        "It kept another deadline. Check the update in the WSUS console. Garrison makes no more changes on that server in this run. [READ_BACK_OTHER GAR-0948]");
  }
}
