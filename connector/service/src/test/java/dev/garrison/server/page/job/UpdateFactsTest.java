package dev.garrison.server.page.job;

import static dev.garrison.server.reading.MadeApprovals.SERVER;
import static dev.garrison.server.reading.MadeApprovals.UPDATE;
import static dev.garrison.server.reading.MadeApprovals.VERSION;
import static dev.garrison.server.reading.MadeApprovals.approval;
import static dev.garrison.server.reading.MadeApprovals.change;
import static dev.garrison.server.reading.MadeApprovals.group;
import static dev.garrison.server.reading.MadeApprovals.plan;
import static dev.garrison.server.reading.MadeApprovals.seen;
import static dev.garrison.server.reading.MadeApprovals.silent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.language.Language;
import dev.garrison.server.page.frame.Sentence;
import dev.garrison.server.page.frame.Sentence.Slot;
import dev.garrison.server.reading.MadeApprovals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An approver of sensor updates reads which computers get them, or that it is unknown. */
final class UpdateFactsTest {
  private static final PlannedChange APPROVED = approval(Action.CREATE, group(0));

  private static UpdateFacts facts(Optional<UpdatesSeen> seen, PlannedChange... changes) {
    return UpdateFacts.of(plan(changes), MadeApprovals.MANIFEST, seen);
  }

  /** The sentence with the names of its elements. */
  private static String words(Sentence sentence) {
    return sentence.parts().stream()
        .map(part -> part.slot().map(Slot::name).orElse(part.text()))
        .collect(Collectors.joining());
  }

  private static List<String> groups(UpdateFacts facts) {
    return facts.reach().approvals().stream()
        .map(facts::group)
        .map(UpdateFactsTest::words)
        .toList();
  }

  @Test
  void theComputersThatNeedTheUpdateAreCounted() {
    UpdateFacts facts = facts(Optional.of(seen(VERSION, 7, group(0))), APPROVED);

    assertThat(words(facts.computers())).isEqualTo("7 computers need this update, as of TIME.");
    assertThat(groups(facts))
        .containsExactly(
            "Ring LINK, computer group \"%s\" on %s: 7 computers need %s"
                .formatted(group(0), SERVER, UPDATE));
  }

  @Test
  void zeroIsACountToo() {
    assertThat(words(facts(Optional.of(seen(VERSION, 0, group(0))), APPROVED).computers()))
        .isEqualTo("No computer needs this update, as of TIME.");
  }

  @Test
  void aCountThatIsUnknownIsSaidToBeUnknown() {
    UpdateFacts facts = facts(Optional.of(silent()), APPROVED);

    assertThat(words(facts.computers()))
        .isEqualTo(
            "The number of computers that need the update is unknown: the last check of the WSUS servers, TIME, has no count for some groups.");
    assertThat(groups(facts))
        .containsExactly(
            "Ring LINK, computer group \"%s\" on %s: unknown how many computers need %s"
                .formatted(group(0), SERVER, UPDATE));
  }

  @Test
  void beforeTheFirstCheckNothingIsCounted() {
    assertThat(words(facts(Optional.empty(), APPROVED).computers()))
        .isEqualTo(
            "The number of computers that need the update is unknown: the WSUS servers are not checked yet.");
  }

  @Test
  void aRemovedApprovalOfAGroupInNoRingIsNamed() {
    UpdateFacts facts = facts(Optional.of(seen(VERSION, 7, "Lab")), approval(Action.DELETE, "Lab"));

    assertThat(words(facts.computers())).isEqualTo("The plan approves no update for any computer.");
    assertThat(groups(facts))
        .containsExactly(
            "Computer group \"Lab\" on %s, in no ring: the approval of %s is removed; computers that have installed it keep it"
                .formatted(SERVER, UPDATE));
  }

  @Test
  void aPlanWithoutUpdatesConcernsNoComputer() {
    UpdateFacts facts = facts(Optional.empty(), change(Action.CREATE, "deployment", "MDE pilot"));

    assertThat(facts.isConcerned()).isFalse();
    assertThat(facts.declines()).isFalse();
  }

  @Test
  void aDeclineIsTold() {
    UpdateFacts facts =
        facts(Optional.empty(), change(Action.CREATE, "decline", SERVER + "/" + UPDATE));

    assertThat(facts.isConcerned()).isTrue();
    assertThat(facts.declines()).isTrue();
  }

  @Test
  void theFactsAreInJapaneseToo() {
    UpdateFacts facts = facts(Optional.of(seen(VERSION, 7, group(0))), APPROVED);

    assertThat(Language.JAPANESE.during(() -> words(facts.computers())))
        .isEqualTo("更新プログラムが必要なコンピューターは 7 台です (TIME 時点)。");
    assertThat(Language.JAPANESE.during(() -> groups(facts)))
        .containsExactly(
            "リング LINK、コンピューター グループ「%s」(%s): %s が必要なコンピューター 7 台"
                .formatted(group(0), SERVER, UPDATE));
  }
}
