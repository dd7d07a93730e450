package dev.garrison.engine.resource;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wanted of an object against what is seen of it. */
final class StandardProposalTest {
  private static final Owner OURS = new Owner.Ours();
  private static final Owner NOBODY = new Owner.Nobody();
  private static final Owner FABRIKAM = new Owner.AnotherManifest("fabrikam");
  private static final Desired<Thing> PRESENT = new Desired.Present<>(ours("1"));
  private static final Desired<Thing> ABSENT = new Desired.Absent<>("the ring is gone");

  private static Observation<Thing> found(Owner owner, Thing state) {
    return new Observation.Found<>(state, owner, "PS100012", "");
  }

  private static Thing unmarked(String value) {
    return new Thing("made in the console", value);
  }

  private static Proposal of(Desired<Thing> desired, Observation<Thing> seen) {
    return StandardProposal.of(new Wanted<>(address("a"), desired), seen, "a thing");
  }

  private static List<Arguments> meetings() {
    Observation<Thing> missing = new Observation.Missing<>();
    Observation<Thing> ambiguous = new Observation.Ambiguous<>(List.of("1", "2"));
    Observation<Thing> unreadable = new Observation.Unreadable<>("cut off");
    return List.of(
        Arguments.of(PRESENT, missing, "CREATE a thing"),
        Arguments.of(ABSENT, missing, "NO_OP a thing"),
        Arguments.of(PRESENT, found(OURS, ours("1")), "NO_OP a thing"),
        Arguments.of(PRESENT, found(OURS, ours("0")), "UPDATE a thing"),
        Arguments.of(ABSENT, found(OURS, ours("1")), "DELETE the ring is gone"),
        Arguments.of(PRESENT, found(NOBODY, unmarked("1")), "MARK_LOST"),
        Arguments.of(PRESENT, found(NOBODY, unmarked("0")), "OBJECT_NOT_OURS"),
        Arguments.of(PRESENT, found(NOBODY, ours("1")), "OBJECT_NOT_OURS"),
        Arguments.of(
            ABSENT,
            found(NOBODY, unmarked("1")),
            "NO_OP exists, but isn't managed by Garrison; left unchanged"),
        Arguments.of(PRESENT, found(FABRIKAM, ours("1")), "OBJECT_OF_ANOTHER_MANIFEST"),
        Arguments.of(ABSENT, found(FABRIKAM, ours("1")), "OBJECT_OF_ANOTHER_MANIFEST"),
        Arguments.of(PRESENT, ambiguous, "OBJECT_AMBIGUOUS"),
        Arguments.of(ABSENT, ambiguous, "OBJECT_AMBIGUOUS"),
        Arguments.of(PRESENT, unreadable, "OBJECT_UNREADABLE"),
        Arguments.of(ABSENT, unreadable, "OBJECT_UNREADABLE"));
  }

  @ParameterizedTest
  @MethodSource("meetings")
  void whatIsWantedMeetsWhatIsSeen(
      Desired<Thing> desired, Observation<Thing> seen, String comesOut) {
    String proposal =
        switch (of(desired, seen)) {
          case Proposal.Proposed proposed -> proposed.action() + " " + proposed.summary();
          case Proposal.Refused refused -> refused.diagnostic().code().name();
        };
    assertThat(proposal).isEqualTo(comesOut);
  }

  @Test
  void aCreationShowsAllThatWillBeThere() {
    assertThat(of(PRESENT, new Observation.Missing<>()))
        .isEqualTo(
            new Proposal.Proposed(
                Action.CREATE,
                "a thing",
                List.of(
                    new Difference(
                        "comment",
                        Optional.empty(),
                        Optional.of("Made by Garrison [garrison:1:contoso-prod]")),
                    new Difference("value", Optional.empty(), Optional.of("1")))));
  }

  @Test
  void anUpdateShowsOnlyWhatDiffers() {
    assertThat(of(PRESENT, found(OURS, ours("0"))))
        .isEqualTo(
            new Proposal.Proposed(
                Action.UPDATE,
                "a thing",
                List.of(new Difference("value", Optional.of("0"), Optional.of("1")))));
  }

  @Test
  void aTextThatDiffersBesideAnotherValueIsNoLostMark() {
    Proposal proposal = of(PRESENT, found(NOBODY, unmarked("0")));
    assertThat(proposal)
        .hasToString(
            "Refused[diagnostic=thing/a already exists and isn't managed by Garrison. Review the object and take it over with: garrison adopt \"thing/a\". Or change the naming template. Garrison changes only objects that it manages. [OBJECT_NOT_OURS GAR-0501]]");
  }

  @Test
  void onlyAnObjectThatIsThereHasAKey() {
    Resolved ids = new Resolved();
    assertThat(ids.id(address("a"))).isEmpty();
    ids.update(address("a"), found(OURS, ours("1")));
    assertThat(ids.id(address("A"))).contains("PS100012");
    ids.update(address("a"), new Observation.Found<>(ours("1"), OURS, "PS100099", ""));
    assertThat(ids.id(address("a"))).contains("PS100099");
    ids.update(address("a"), new Observation.Unreadable<Thing>("cut off"));
    assertThat(ids.id(address("a"))).isEmpty();
  }

  @Test
  void onlyWhatShouldExistHasAStateToReach() {
    assertThat(PRESENT.wantedState()).contains(ours("1"));
    assertThat(ABSENT.wantedState()).isEmpty();
    assertThat(wanted("a", ours("1"))).isEqualTo(new Wanted<>(address("a"), PRESENT, Set.of()));
  }
}
