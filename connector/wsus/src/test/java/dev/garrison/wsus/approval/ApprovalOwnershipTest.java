package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.engine.resource.Owner;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.updateserver.FakeMemory;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an approval is. */
final class ApprovalOwnershipTest {
  private final Situation at = new Situation();

  @ParameterizedTest
  @CsvSource({
    // who approved, the revision that journals know or 0, whose it is
    "CONTOSO\\garrison [garrison:1:small], 0, Ours",
    "CONTOSO\\garrison [garrison:1:other], 100, AnotherManifest",
    "LAB\\kim, 0, Nobody",
    "LAB\\kim, 100, Nobody",
    "WUS Server, 0, Nobody",
    "WUS Server, 100, Ours",
    "wus server, 199, Ours",
    "'', 100, Ours",
    "WUS Server, 200, Nobody",
    "WUS Server, 201, Nobody"
  })
  void ourMarkDecidesAndThenWhatWsusMovedToANewRevision(String admin, int known, String owner) {
    at.read();
    if (known > 0) {
      at.past.put(
          at.address(FakeMemory.PILOT),
          ApprovalHistory.Past.NOTHING.and(new ApprovalKey(new UUID(3, 9), known).toString()));
    }
    Approval approval = at.approved(FakeMemory.PILOT, Approval.INSTALL, admin);

    assertThat(at.ownership.of(at.address(FakeMemory.PILOT), approval).getClass().getSimpleName())
        .isEqualTo(owner);
  }

  @Test
  void anApprovalOfAnotherManifestIsKnownByItsName() {
    at.read();
    Approval approval = at.approved(FakeMemory.PILOT, Approval.INSTALL, "kim [garrison:1:other]");

    assertThat(at.ownership.of(at.address(FakeMemory.PILOT), approval))
        .isEqualTo(new Owner.AnotherManifest("other"));
  }

  @Test
  void oursAmongThoseOfAServerAreDecisionsOnKnownUpdatesForKnownGroups() {
    at.fake.has().groups.remove(FakeMemory.PRODUCTION);
    Approval ours = at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    UpdateIdentity earlier = new UpdateIdentity(Situation.UPDATE.updateId(), 100);
    Approval ofEarlier = at.approved(earlier, FakeMemory.PILOT, 1, Situation.OUR_NAME, true);
    at.approved(FakeMemory.PRODUCTION, Approval.INSTALL, Situation.OUR_NAME);
    at.approved(
        new UpdateIdentity(earlier.updateId(), 101), FakeMemory.PILOT, 2, Situation.OUR_NAME, true);
    at.approved(
        new UpdateIdentity(earlier.updateId(), 102),
        FakeMemory.PILOT,
        Approval.INSTALL,
        "LAB\\kim",
        true);
    at.read();

    assertThat(at.ownership.ours(at.named, at.stocks.of(at.named).orElseThrow()))
        .containsExactlyInAnyOrder(ours.id(), ofEarlier.id());
  }

  @Test
  void anApprovalOfAnUpdateThatIsNotOfTheSensorIsNotOurs() {
    at.fake.with(Situation.UPDATE.titled("No title of the sensor"));
    at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.read();

    assertThat(at.ownership.ours(at.named, at.stocks.of(at.named).orElseThrow())).isEmpty();
  }

  @Test
  void aKeyIsReadBackAsItIsWritten() {
    ApprovalKey key = new ApprovalKey(new UUID(3, 1), 200);

    assertThat(key).hasToString("00000000-0000-0003-0000-000000000001@200");
    assertThat(ApprovalKey.parse(key.toString())).isEqualTo(key);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApprovalKey.parse("00000000-0000-0003-0000-000000000001"))
        .withMessage("not the key of an approval: 00000000-0000-0003-0000-000000000001");
    assertThatIllegalArgumentException().isThrownBy(() -> ApprovalKey.parse("@200"));
  }

  @Test
  void eachApprovalCountsAndTheLastKeyIsKept() {
    assertThat(ApprovalHistory.Past.NOTHING.and("a").and("b"))
        .isEqualTo(new ApprovalHistory.Past(2, Optional.of("b")));
  }
}
