package dev.garrison.catalog.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.sample.Draft;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GroupTreeTest {
  private static TargetGroup group(int id, int parent) {
    return new TargetGroup(
        Draft.id(id),
        "group " + id,
        parent == 0 ? Optional.empty() : Optional.of(Draft.id(parent)));
  }

  @Test
  void groupsStandBelowTheirParentsInAnyOrder() {
    GroupTree tree = GroupTree.of(List.of(group(3, 2), group(1, 0), group(2, 1)));
    assertThat(tree.upwards(Draft.id(3))).containsExactly(Draft.id(3), Draft.id(2), Draft.id(1));
    assertThat(tree.groups())
        .extracting(TargetGroup::name)
        .containsExactly("group 1", "group 2", "group 3");
    assertThat(tree.isTop(Draft.id(1))).isTrue();
    assertThat(tree.isTop(Draft.id(2))).isFalse();
    assertThat(tree.find(Draft.id(4))).isEmpty();
  }

  @Test
  void aParentThatIsMissingIsRefused() {
    assertThatThrownBy(() -> GroupTree.of(List.of(group(2, 1))))
        .hasMessage("there is no group with the id 00000000-0000-0000-0000-000000000001");
  }

  @Test
  void aGroupAboveItselfIsRefused() {
    assertThatThrownBy(() -> GroupTree.of(List.of(group(1, 2), group(2, 1))))
        .hasMessage("the group 00000000-0000-0000-0000-000000000001 is above itself");
  }

  @Test
  void anIdThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> GroupTree.of(List.of(group(1, 0), group(1, 0))))
        .hasMessage("two groups have the id 00000000-0000-0000-0000-000000000001");
  }
}
