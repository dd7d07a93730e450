package dev.garrison.mecm.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.resource.Change;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.application.model.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests that make, revise and delete an application, and what stands before them. */
final class ApplicationWritesTest {
  private static final String GONE =
      "The application "
          + Made.MODEL
          + " was deleted a moment ago. Run \"garrison plan\" to see the current state."
          + " [APPLICATION_GONE GAR-0282]";
  private static final String NOT_TAKEN =
      "The site refused to create \"application/Defender for Endpoint 2022\", but lists no application with the identity "
          + Made.IDS.application()
          + ": no. Run \"garrison plan\". The next plan uses new identifiers, once. If the site refuses these identifiers too, check SMSProv.log on the SMS Provider. The site might remember a deleted application."
          + " [IDENTITY_REFUSED GAR-0263]";

  private final Made there = new Made();

  private static Application revised() {
    return Made.application(Made.MARK.after("Onboards."), "y.exe", Made.FOLDER);
  }

  private static Application moved() {
    return Made.application(
        Made.MARK.after("Onboards."), "x.exe", "\\\\files.lab.example\\mde$\\2\\");
  }

  @Test
  void oneIsMadeOnceItsContentIsProvenWhole() {
    assertThat(there.carryOut(there.change(Action.CREATE, Made.application())))
        .isEqualTo(new Outcome.Done());
    assertThat(there.site.writes())
        .singleElement()
        .asString()
        .startsWith("create SMS_Application {\"SDMPackageXML\":\"")
        .contains(Made.SCOPE, Made.IDS.application(), "x.exe");
    assertThat(there.proven).containsExactly(Made.FOLDER + " after 0");
  }

  @Test
  void oneIsRevisedOnTopOfItsLatestRevision() {
    there.row(16777001, Made.application());
    Change<Application> change = there.change(Action.UPDATE, revised());
    there.site.clear("SMS_Application");
    there.row(16777001, Made.application()).put("IsLatest", false);
    there.row(16777009, Made.application());
    there.row(16777010, Made.application()).put("ModelName", Made.MODEL + "x");
    assertThat(there.carryOut(change)).isEqualTo(new Outcome.Done());
    assertThat(there.site.writes())
        .singleElement()
        .asString()
        .startsWith("post SMS_Application(16777009) {\"SDMPackageXML\":\"")
        .contains("y.exe")
        .doesNotContain("x.exe");
  }

  @Test
  void contentThatStaysWhereItIsIsNotProvenAgain() {
    there.row(16777001, Made.application());
    there.carryOut(there.change(Action.UPDATE, revised()));
    assertThat(there.proven).isEmpty();
  }

  @Test
  void contentThatMovesIsProvenBeforeTheRevision() {
    there.row(16777001, Made.application());
    there.carryOut(there.change(Action.UPDATE, moved()));
    assertThat(there.proven).containsExactly("\\\\files.lab.example\\mde$\\2\\ after 0");
    assertThat(there.site.writes()).hasSize(1);
  }

  @Test
  void oneIsDeletedByItsLatestRevision() {
    there.row(16777001, Made.application()).put("IsLatest", false);
    there.row(16777002, Made.application());
    there.carryOut(there.change(Action.DELETE, Made.application()));
    assertThat(there.site.writes()).containsExactly("delete SMS_Application(16777002)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"UPDATE", "DELETE"})
  void oneThatWasDeletedMeanwhileIsNotWritten(Action action) {
    there.row(16777001, Made.application());
    Change<Application> change = there.change(action, revised());
    there.site.clear("SMS_Application");
    assertThatThrownBy(() -> there.carryOut(change))
        .isInstanceOf(RefusalException.class)
        .hasMessage(GONE);
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void aRefusalThatPassesIsTriedOnceMore() {
    there.site.failOnce("create", "SMS_Application", FailureKind.REFUSED, 500, "deadlock");
    assertThat(there.carryOut(there.change(Action.CREATE, Made.application())))
        .isEqualTo(new Outcome.Done());
    assertThat(there.site.writes()).hasSize(2);
  }

  @Test
  void anIdentityThatIsRefusedTwiceIsSaidToBeRemembered() {
    there.site.fail("create", "SMS_Application", FailureKind.REFUSED, 500, "no");
    assertThatThrownBy(() -> there.carryOut(there.change(Action.CREATE, Made.application())))
        .isInstanceOf(RefusalException.class)
        .hasMessage(NOT_TAKEN);
    assertThat(there.site.writes()).hasSize(2);
    assertThat(RefusedIdentity.isTold(NOT_TAKEN)).isTrue();
    assertThat(RefusedIdentity.isTold(GONE)).isFalse();
  }

  @Test
  void aRefusalOfOneThatIsThereIsTheSitesOwn() {
    there.site.fail("create", "SMS_Application", FailureKind.REFUSED, 500, "there already");
    Change<Application> change = there.change(Action.CREATE, Made.application());
    there.row(16777001, Made.application());
    assertThatThrownBy(() -> there.carryOut(change))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("there already");
    assertThat(there.site.writes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"LOST_ANSWER", "ACCESS_DENIED", "UNAVAILABLE", "LOCKED"})
  void noOtherFailureIsTriedAgain(FailureKind kind) {
    there.site.fail("create", "SMS_Application", kind, 0, "x");
    assertThatThrownBy(() -> there.carryOut(there.change(Action.CREATE, Made.application())))
        .isInstanceOf(AdminServiceException.class);
    assertThat(there.site.writes()).hasSize(1);
  }

  @Test
  void oneIsNeverReplaced() {
    there.row(16777001, Made.application());
    assertThatThrownBy(() -> there.carryOut(there.change(Action.REPLACE, Made.application())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("applications are never carried out as REPLACE");
    assertThat(there.site.writes()).isEmpty();
  }
}
