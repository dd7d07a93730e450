package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes before an approval and after it: subscription and declines. */
final class HousekeepingIT {
  private static final String OLD = "10.8560.25364.1036";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void everyRequestWasAsTheContractSays() {
    assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    trial.close();
  }

  @Test
  void aProductThatIsNotSynchronisedIsAStepForAPerson() {
    trial.unsubscribe("wsus01");
    Ended ended = trial.plan();
    assertThat(words(ended))
        .contains("synchronize the product \"Microsoft Defender for Endpoint\"")
        .contains(
            "Get-WsusProduct | Where-Object { $_.Product.Title -eq 'Microsoft Defender for Endpoint' } | Set-WsusProduct");
    trial.apply();
    assertThat(trial.writes("wsus01")).doesNotContain("SetSubscription");
  }

  @Test
  void whereTheManifestSaysSoTheProductIsAddedAndNothingElseChanged() {
    trial.unsubscribe("wsus01");
    Subscription before = trial.server("wsus01").look(state -> state.subscription());
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    subscription: manage\n");
    assertThat(trial.apply().code()).isZero();
    Subscription after = trial.server("wsus01").look(state -> state.subscription());
    assertThat(after.products()).containsAll(before.products()).contains(trial.product());
    assertThat(after.products()).hasSize(before.products().size() + 1);
    assertThat(after.classifications()).isEqualTo(before.classifications());
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void aServerThatPassesTheSubscriptionOverIsWrittenToNoMore() {
    trial.unsubscribe("wsus01");
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.IGNORES_SUBSCRIPTION));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    subscription: manage\n");
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err().replaceAll("\\s+", " "))
        .contains(
            "accepted the subscription, but shows other products or classifications. [GAR-0948]");
    assertThat(trial.writes("wsus01")).containsExactly("SetSubscription");
  }

  @Test
  void aSupersededUpdateThatNobodyNeedsIsOnlyNamed() {
    new OldUpdates(trial).everybodyHasTheNewest();
    Ended ended = trial.apply();
    assertThat(words(ended))
        .contains("unified agent, no channel: no computer needs " + OLD)
        .contains("on 127.0.0.1:PORT any more; with \"decline: decline\" they are declined");
    assertThat(trial.writes("wsus01")).doesNotContain("ExecuteSPDeclineUpdate");
  }

  @Test
  void whereTheManifestSaysSoItIsDeclinedAfterTheGracePeriod() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    Ended plan = trial.plan();
    assertThat(words(plan))
        .contains(
            "~ change decline 127.0.0.1:PORT/unified agent "
                + OLD
                + " no computer needs the update anymore")
        .contains(
            "Garrison can't undo a decline: if the update is needed after all, approve the update in the console.");
    assertThat(trial.apply().code()).isZero();
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isTrue();
    assertThat(new OldUpdates(trial).isDeclined("10.8735.26020.1009")).isTrue();
    assertThat(new OldUpdates(trial).isDeclined("10.8798.25857.1000")).isFalse();
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void nothingIsDeclinedWhileAServerThatMayBeBelowCannotBeRead() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.replace(
        "sensorUpdate:\n",
        "  - {url: 'http://localhost:1', owner: wsus}\n  sensorUpdate:\n    decline: decline\n");
    assertThat(words(trial.plan()))
        .contains("who needs it is not known while localhost:1 cannot be read")
        .doesNotContain("~ change decline");
    trial.apply();
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isFalse();
  }

  @Test
  void nothingIsDeclinedThatOneComputerStillNeeds() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state()
                .computers()
                .values()
                .iterator()
                .next()
                .fixedStates()
                .put(trial.update(OLD), 2));
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state()
                .computers()
                .values()
                .iterator()
                .next()
                .fixedStates()
                .put(trial.update("10.8798.25857.1000"), 1));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    trial.apply();
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isFalse();
  }

  @Test
  void aVersionThatIsHeldTakesNobodysPlace() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    decline: decline\n    hold:\n      - {version: 10.8798.25857.1000, reason: INC0042}\n");
    trial.apply();
    assertThat(new OldUpdates(trial).isDeclined("10.8735.26020.1009")).isFalse();
  }

  @Test
  void nothingIsDeclinedThatARuleWouldApproveAgain() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state()
                .rules()
                .add(new ApprovalRule(9, "all", true, List.of(), List.of(), List.of())));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    Ended ended = trial.apply();
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isFalse();
    assertThat(words(ended))
        .contains(
            "the rule \"all\" on 127.0.0.1:PORT approves the sensor's updates too: its groups do not wait for rings");
  }

  @Test
  void nothingIsDeclinedThatARuleOfAnotherNumberMayApproveAgain() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.RULE_ACTION_THREE));
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state()
                .rules()
                .add(new ApprovalRule(9, "all", true, List.of(), List.of(), List.of())));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    trial.apply();
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isFalse();
  }

  @Test
  void undoSaysThatADeclineStays() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    Ended applied = trial.apply();
    Ended ended = trial.run("undo", TrialUpdates.run(applied), "--yes");
    assertThat(words(ended)).contains("stays as it is: Garrison cannot take this change back");
    assertThat(new OldUpdates(trial).isDeclined(OLD)).isTrue();
  }

  @Test
  void licenceTermsAreNotAcceptedUnlessTheManifestSaysSo() {
    trial.republish("wsus01", newest -> newest.withEula(UUID.randomUUID()));
    Ended ended = trial.apply();
    assertThat(words(ended))
        .contains(
            "10.8798.25857.1000 on 127.0.0.1:PORT has license terms that haven't been accepted: read them in the console and accept them there, or set \"acceptLicence: true\"");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void licenceTermsAreAcceptedBeforeTheApprovalWhereTheManifestSaysSo() {
    trial.republish("wsus01", newest -> newest.withEula(UUID.randomUUID()));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    acceptLicence: true\n");
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.writes("wsus01"))
        .containsExactly("ExecuteSPAcceptEula", "ExecuteSPDeployUpdate1");
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void anUpdateThatAsksAPersonGetsNoDeadline() {
    trial.republish("wsus01", newest -> newest.withBehaviour(new Behaviour(0, 0, true, false)));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    deadline: \"+7d 22:00\"\n");
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(words(ended))
        .contains("it may ask a person, so WSUS takes no deadline for it: leave \"deadline\" out");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  private static String words(Ended ended) {
    return ended.steady().replaceAll("\\s+", " ");
  }
}
