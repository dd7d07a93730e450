package dev.garrison.catalog.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.sample.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectiveApprovalsTest {
  private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");

  /** All, below it middle, below that leaf. */
  private static final GroupTree TREE =
      GroupTree.of(
          List.of(
              new TargetGroup(Draft.id(1), "all", Optional.empty()),
              new TargetGroup(Draft.id(2), "middle", Optional.of(Draft.id(1))),
              new TargetGroup(Draft.id(3), "leaf", Optional.of(Draft.id(2)))));

  private static int id(String group) {
    return List.of("all", "middle", "leaf").indexOf(group) + 1;
  }

  private static Approval approval(String group, String action) {
    boolean optional = action.equals("OPTIONAL");
    return new Approval(
        Draft.id(id(group)),
        optional ? ApprovalAction.INSTALL : ApprovalAction.valueOf(action),
        !optional,
        SINCE);
  }

  /** What holds for the leaf: whether it surely installs, and whether it may. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no approval                         | -                                | no  | no
          the server's own only               | all:DETECT                       | no  | no
          its own                             | all:DETECT leaf:INSTALL          | yes | yes
          the nearest above                   | middle:INSTALL                   | yes | yes
          the top                             | all:DETECT all:INSTALL           | yes | yes
          blocked here                        | all:INSTALL leaf:BLOCK           | no  | no
          blocked on the way                  | all:INSTALL middle:BLOCK         | no  | no
          blocked above, approved here        | all:BLOCK leaf:INSTALL           | yes | yes
          approved below a block              | all:BLOCK middle:INSTALL         | yes | yes
          to be removed here                  | all:INSTALL leaf:UNINSTALL       | no  | no
          detection below an installation     | all:INSTALL leaf:DETECT          | no  | yes
          detection on the way                | all:INSTALL middle:DETECT        | no  | yes
          detection beside an installation    | leaf:DETECT leaf:INSTALL         | yes | yes
          a part of a bundle, beside          | leaf:BUNDLE leaf:INSTALL         | yes | yes
          only a part of a bundle             | all:BUNDLE                       | no  | no
          a person chooses                    | leaf:OPTIONAL                    | no  | yes
          one by choice, one by itself        | leaf:OPTIONAL leaf:INSTALL       | yes | yes
          both ways at once                   | leaf:BLOCK leaf:INSTALL          | no  | yes
          an action that nobody knows         | leaf:UNKNOWN                     | no  | yes
          one that nobody knows beside        | leaf:UNKNOWN leaf:INSTALL        | no  | yes
          one that nobody knows above         | all:UNKNOWN leaf:INSTALL         | yes | yes
          """)
  void theNearestApprovalCounts(String story, String approvals, String surely, String perhaps) {
    EffectiveApprovals effective =
        new EffectiveApprovals(
            TREE,
            Stream.of(approvals.split(" ", -1))
                .filter(text -> text.contains(":"))
                .map(text -> text.split(":", -1))
                .map(parts -> approval(parts[0], parts[1]))
                .toList());
    assertThat(effective.surelyInstalled(Draft.id(3)).isPresent() ? "yes" : "no")
        .as(story)
        .isEqualTo(surely);
    assertThat(effective.perhapsInstalled(Draft.id(3)) ? "yes" : "no").as(story).isEqualTo(perhaps);
  }

  @Test
  void approvalsBelowOrBesideMeanNothing() {
    EffectiveApprovals effective =
        new EffectiveApprovals(TREE, List.of(approval("leaf", "INSTALL")));
    assertThat(effective.surelyInstalled(Draft.id(2))).isEmpty();
    assertThat(effective.perhapsInstalled(Draft.id(1))).isFalse();
  }

  @Test
  void ofTwoThatSayTheSameTheLaterCounts() {
    Approval later = new Approval(Draft.id(3), ApprovalAction.INSTALL, true, SINCE.plusSeconds(60));
    EffectiveApprovals effective =
        new EffectiveApprovals(TREE, List.of(later, approval("leaf", "INSTALL")));
    assertThat(effective.surelyInstalled(Draft.id(3))).contains(later);
  }

  @Test
  void anApprovalForAGroupThatIsMissingIsRefused() {
    assertThatThrownBy(() ->
            new EffectiveApprovals(
                TREE, List.of(new Approval(Draft.id(9), ApprovalAction.INSTALL, true, SINCE))))
        .hasMessage("there is no group with the id 00000000-0000-0000-0000-000000000009");
  }
}
