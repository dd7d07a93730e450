package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.script.Approval;
import dev.garrison.session.WriteSession;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before a script is made, approved and run. */
final class ScriptLibraryTest {
  private static final String GUID = ScriptSite.OURS.guid();
  private static final String NAME = ScriptSite.OURS.name();
  private static final String WAITS =
      "The script \"%s\" is waiting for approval. Have another person approve the script in the console: Software Library > Scripts > \"%s\" > Approve/Deny. Then run the command again. The script wasn't run. [SCRIPT_NOT_APPROVED GAR-1027]"
          .formatted(NAME, NAME);
  private static final String CREATE = "SMS_Scripts.CreateScripts";
  private static final String APPROVE = "SMS_Scripts.UpdateApprovalState";

  @TempDir Path folder;
  private ScriptSite site = new ScriptSite(Path.of("unused"));

  @BeforeEach
  void site() {
    site = new ScriptSite(folder);
  }

  private String made() {
    try (WriteSession writing = site.session.write();
        WriteSession.Deeds deeds = writing.deeds("basis", Optional.empty())) {
      return site.library().made("CONTOSO\\svc", "garrison test-detection", deeds);
    }
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(RefusalException.class).hasMessage(message);
  }

  @Test
  void aSiteThatDoesNotOfferAllOfItIsToldSo() {
    site.service.withhold("v1.0/RunScript", "SMS_Scripts.ScriptHash");
    assertRefused(
        () -> ScriptLibrary.requireOffered(site.scripts),
        "This site doesn't offer Run Scripts through the administration service: SMS_Scripts.ScriptHash, v1.0/RunScript. In version 2006 and earlier, turn on this optional feature: Administration > Updates and Servicing > Features. Otherwise, run the test manually, as Microsoft describes. [RUN_SCRIPTS_NOT_OFFERED GAR-1021]");
    site.service.offer("v1.0/RunScript", "SMS_Scripts.ScriptHash");
    ScriptLibrary.requireOffered(site.scripts);
  }

  @Test
  void oneIsFoundByItsIdentifierOrElseByItsNameAndAnApprovedOneIsPreferred() {
    assertThat(site.library().standing()).isEqualTo(new ScriptStanding.Missing());
    site.script("A", 0);
    site.script("B", 3);
    assertThat(site.library().standing())
        .isEqualTo(new ScriptStanding.There("B", Approval.APPROVED, "CONTOSO\\anna"));
    site.script(GUID, 1);
    assertThat(site.library().standing())
        .isEqualTo(new ScriptStanding.There(GUID, Approval.DENIED, "CONTOSO\\anna"));
  }

  @ParameterizedTest
  @CsvSource({"ScriptHash, 00, 00", "ScriptHash, '', not reported", "Script, QQ==, ours"})
  void oneWithAnotherTextIsNotRun(String property, String value, String said) {
    site.script(GUID, 3).put(property, value);
    String hash = said.equals("ours") ? ScriptSite.OURS.digest().hex() : said;
    assertRefused(
        () -> site.library().standing(),
        "The script \"%s\" (%s) on the site isn't managed by Garrison: its SHA-256 is %s, but %s is expected. Find out who changed the script, and then delete it: Software Library > Scripts. The script wasn't run. [SCRIPT_IS_ANOTHER GAR-1026]"
            .formatted(NAME, GUID, hash, ScriptSite.OURS.digest().hex()));
  }

  @Test
  void oneOfOurNameWithAnotherTextStopsEvenBesideOurs() {
    site.script("A", 3);
    site.script("B", 3).put("ScriptHash", "00");
    assertThatThrownBy(() -> site.library().standing())
        .hasMessageContaining("SCRIPT_IS_ANOTHER GAR-1026");
  }

  @Test
  void oneIsMadeAndApprovedAndReadBack() {
    assertThat(made()).isEqualTo(GUID);
    assertThat(site.service.writes())
        .containsExactly(
            "invokeStatic "
                + CREATE
                + " {\"ScriptGuid\":\"%s\",\"ScriptName\":\"%s\",\"Author\":\"CONTOSO\\\\svc\",\"Script\":\"%s\",\"ScriptVersion\":\"1\",\"ScriptType\":0,\"ParamsDefinition\":\"\",\"ParameterlistXML\":\"\"}"
                    .formatted(GUID, NAME, ScriptSite.OURS.content()),
            "invoke SMS_Scripts('%s').UpdateApprovalState {\"ApprovalState\":\"3\",\"Approver\":\"CONTOSO\\\\svc\",\"Comment\":\"garrison test-detection\"}"
                .formatted(GUID));
  }

  @Test
  void nothingIsMadeOnceTheLeaseIsLost() {
    site.loseLease();
    assertThatThrownBy(this::made).hasMessageStartingWith("Somebody else writes. Wait.");
    assertThat(site.service.writes()).isEmpty();
  }

  @Test
  void nothingIsApprovedOnceTheLeaseIsLost() {
    site.service.before("invokeStatic", CREATE, site::loseLease);
    assertThatThrownBy(this::made).hasMessageStartingWith("Somebody else writes. Wait.");
    assertThat(site.service.writes()).hasSize(1);
  }

  @Test
  void oneThatIsNotThereWhenReadBackWasNotMade() {
    site.service.method(CREATE, (_, _) -> FakeAdminService.object());
    assertRefused(
        this::made,
        "The script \"%s\" was created, but can't be found on the site. Check the console (Software Library > Scripts), and check that the account can read SMS Scripts. Then run the command again. [SCRIPT_NOT_AS_SENT GAR-1029]"
            .formatted(NAME));
    assertThat(site.service.writes()).hasSize(1);
  }

  @Test
  void oneWhoseAnswerWasLostAndThatIsNotThereWasNotMadeEither() {
    site.service.fail("invokeStatic", CREATE, FailureKind.LOST_ANSWER, 0, "cut");
    assertThatThrownBy(this::made).hasMessageContaining("SCRIPT_NOT_AS_SENT GAR-1029");
  }

  @Test
  void oneWhoseAnswerWasLostAndThatIsThereWasMade() {
    site.service.loseAnswer("invokeStatic", CREATE);
    assertThat(made()).isEqualTo(GUID);
  }

  @Test
  void aRefusalToMakeItIsTheSitesOwn() {
    site.service.fail("invokeStatic", CREATE, FailureKind.ACCESS_DENIED, 404, "denied");
    assertThatThrownBy(this::made)
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The administration service on sccm01.corp.example denied access: POST"
                + " wmi/SMS_Scripts.CreateScripts (HTTP 404: denied).");
    assertThat(site.service.writes()).hasSize(1);
  }

  @Test
  void oneThatTheSiteMadeWithAnotherTextIsNotApproved() {
    site.service.method(
        CREATE,
        (_, body) -> {
          site.script(body.path("ScriptGuid").asText(), 0).put("Script", "QQ==");
          return FakeAdminService.object();
        });
    assertThatThrownBy(this::made).hasMessageContaining("SCRIPT_IS_ANOTHER GAR-1026");
    assertThat(site.service.writes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCESS_DENIED", "REFUSED"})
  void oneThatItsAuthorMayNotApproveWaitsForAPerson(FailureKind kind) {
    site.service.fail("invoke", APPROVE, kind, 500, "not the author");
    assertRefused(this::made, WAITS);
  }

  @Test
  void oneWhoseApprovalWasTakenAndDidNotHappenWaitsToo() {
    site.service.method(APPROVE, (_, _) -> FakeAdminService.object());
    assertRefused(this::made, WAITS);
  }

  @Test
  void oneThatCouldNotBeAskedForIsNotAskedForAgain() {
    site.service.fail("invoke", APPROVE, FailureKind.UNAVAILABLE, 503, "busy");
    assertRefused(
        this::made,
        "The script \"%s\" was created, but the site couldn't be asked to approve it: The administration service on sccm01.corp.example can't be reached: POST wmi/SMS_Scripts('%s').UpdateApprovalState (HTTP 503: busy). Have another person approve the script in the console: Software Library > Scripts > \"%s\" > Approve/Deny. Then run the command again. Garrison requests the approval only once. [APPROVAL_NOT_ASKED GAR-1030]"
            .formatted(NAME, GUID, NAME));
    assertThat(site.service.writes()).hasSize(2);
  }

  @Test
  void oneWhoseApprovalHappenedThoughTheAnswerWasLostIsReady() {
    site.service.loseAnswer("invoke", APPROVE);
    assertThat(made()).isEqualTo(GUID);
  }

  @Test
  void oneThatIsReadBackWithAnErrorIsNotSaidToBeMade() {
    site.service.before(
        "invokeStatic",
        CREATE,
        () -> site.service.fail("get", "SMS_Scripts", FailureKind.TIMEOUT, 0, "slow"));
    assertThatThrownBy(this::made).hasMessageContaining("didn't answer in time");
    assertThat(site.service.writes()).hasSize(1);
  }

  @Test
  void onlyWhatIsStillThereAndApprovedMayRun() {
    site.script(GUID, 3);
    site.library().requireUnchanged(GUID);
    site.service.clear("SMS_Scripts");
    String gone =
        "The script \"%s\" (%s) no longer exists on the site. Find out who deleted the script: Software Library > Scripts. The script wasn't run. [SCRIPT_GONE GAR-1034]"
            .formatted(NAME, GUID);
    assertRefused(() -> site.library().requireUnchanged(GUID), gone);
    site.script("ANOTHER", 3);
    assertRefused(() -> site.library().requireUnchanged(GUID), gone);
  }

  @ParameterizedTest
  @CsvSource({
    "1, approval was denied (by CONTOSO\\anna)",
    "2, the approval state is 2 (by CONTOSO\\anna)"
  })
  void whatAPersonDeniedDoesNotRun(int state, String words) {
    site.script(GUID, state);
    assertRefused(
        () -> site.library().requireUnchanged(GUID),
        "The script \"%s\" isn't approved on the site: %s. Ask who made that decision: Software Library > Scripts > Approve/Deny. The script wasn't run. [SCRIPT_DENIED GAR-1028]"
            .formatted(NAME, words));
  }

  @Test
  void whatWaitsForAPersonDoesNotRun() {
    site.script(GUID, 0);
    assertRefused(() -> site.library().requireUnchanged(GUID), WAITS);
  }
}
