package dev.garrison.probe.wsus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.servers.FakeAccess;
import dev.garrison.wsus.soap.SampleWsdl;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the probe says of an update server that lets it in. */
final class UpdateServerChecksTest {
  private final FakeAccess access = new FakeAccess();
  private final FakeUpdateServer fake = access.add(NamedServer.at("wsus01").server());
  private final SiteNames names = new SiteNames();
  private final UpdateServerChecks checks =
      new UpdateServerChecks(
          access, NamedServer.at("wsus01").server(), names, () -> FakeMemory.START);

  private static List<String> problems(Outcome outcome) {
    return outcome.problems().stream().map(Diagnostic::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"ADMINISTRATOR, WSUS Administrators", "REPORTER, WSUS Reporters"})
  void anAccountThatMayReadIsLetIn(UserRole role, String words) {
    fake.has().role = role;

    assertThat(checks.signIn())
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(words + " (Kerberos, not channel bound)");
    assertThat(names.words()).containsKey("garrison");
  }

  @Test
  void anAccountInNeitherGroupIsTold() {
    fake.has().role = UserRole.UNAUTHORIZED;

    assertThat(problems(checks.signIn()))
        .containsExactly(
            "The account can neither read nor approve updates on WSUS server wsus01:8531. Add the account to the local group WSUS Reporters (to read) or WSUS Administrators (to approve) on that server. [UPDATE_SERVER_ROLE_MISSING GAR-0933]");
  }

  @Test
  void aServerThatDoesNotLetItInFails() {
    fake.calls().fail("role", FailureKind.UNAUTHORIZED, "HTTP 401");

    assertThat(problems(checks.signIn())).singleElement().asString().contains("GAR-0903");
  }

  @Test
  void versionAndProtocolAreSaid() {
    checks.signIn();

    assertThat(checks.version())
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("WSUS 10.0.20348.1, protocol 1.20");
  }

  @Test
  void operationsThatAreAsGarrisonKnowsThemPass() {
    fake.has().description = SampleWsdl.whole();
    checks.signIn();

    assertThat(checks.operations())
        .isInstanceOfSatisfying(
            Outcome.Passed.class,
            passed ->
                assertThat(passed.text().toString())
                    .matches("(\\d+) offered, \\1 that Garrison uses, all as expected"));
  }

  @Test
  void operationsThatDifferAreNamed() {
    fake.has().description =
        SampleWsdl.whole()
            .replace("<element name=\"ExecuteSPDeclineUpdate\">", "<element name=\"Gone\">")
            .replace("name=\"failIfReplica\"", "name=\"other\"");
    checks.signIn();

    assertThat(problems(checks.operations()))
        .containsExactly(
            "The operations of WSUS server wsus01:8531 differ from those that Garrison knows: ExecuteSPDeclineUpdate is missing. Don't allow Garrison to make changes on that server. Report this with --report FILE: a newer version of WSUS may have changed. [OPERATIONS_DIFFER GAR-0935]");
  }

  @Test
  void ofManyDifferencesFiveAreNamed() {
    fake.has().description =
        SampleWsdl.whole().replace("<element name=\"ExecuteSP", "<element name=\"Gone");
    checks.signIn();

    assertThat(problems(checks.operations()))
        .singleElement()
        .asString()
        .matches("(?s)The operations of [^;]*(; [^;]*){4}; and \\d+ more\\. Don't.*");
  }

  @Test
  void operationsThatAreNotDescribedAreNotHeldAgainstTheServer() {
    fake.calls().fail("description", FailureKind.NOT_WSUS, "HTTP 404");
    checks.signIn();

    assertThat(problems(checks.operations()))
        .containsExactly(
            "WSUS server wsus01:8531 doesn't describe its operations (HTTP 404), so Garrison can't compare them with those that it knows. Let Garrison make changes for the canary group first, and check that approval in the WSUS console. Some servers answer like this and work. [OPERATIONS_NOT_DESCRIBED GAR-0563]");

    fake.calls().fail("description", FailureKind.UNAVAILABLE, "down");
    assertThatThrownBy(checks::operations).hasMessageContaining("can't be reached");
  }

  private Outcome configured(UUID id, String upstream, boolean replica, boolean setUp) {
    fake.has().configuration =
        new ServerConfiguration(
            id, upstream.isEmpty(), upstream, replica, setUp, replica, !replica, 8530);
    checks.signIn();
    return checks.configuration();
  }

  @Test
  void howTheServerIsConfiguredIsSaid() {
    assertThat(configured(FakeMemory.SERVER_ID, "", false, true))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(
            "server ID 0a1b2c3d-0000-4000-8000-000000000001\nautonomous, from Microsoft Update, update files stored on the server\napprovals stay with old revisions");
    assertThat(configured(FakeMemory.SERVER_ID, "wsus00", true, true))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(
            "server ID 0a1b2c3d-0000-4000-8000-000000000001\nreplica, from wsus00, update files downloaded from Microsoft by each client\napprovals follow to new revisions");
  }

  @Test
  void aServerThatIsNotSetUpIsTold() {
    assertThat(problems(configured(FakeMemory.SERVER_ID, "", false, false)))
        .containsExactly(
            "The initial configuration of WSUS server wsus01:8531 isn't complete. Run the WSUS Configuration Wizard on that server. [NOT_SET_UP GAR-0936]");
  }

  @Test
  void anotherServerFails() {
    assertThat(problems(configured(new UUID(9, 9), "", false, true)))
        .singleElement()
        .asString()
        .contains("OTHER_UPDATE_SERVER GAR-0934");
  }

  @Test
  void whatWasOpenedIsClosed() {
    checks.close();
    assertThat(fake.calls().isClosed()).isFalse();

    checks.signIn();
    checks.close();
    assertThat(fake.calls().isClosed()).isTrue();
  }
}
