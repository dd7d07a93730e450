package dev.garrison.recipe.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OffboardRemarkTest {
  @Test
  void aRemarkOnAnEntryWhoseNameOnlyBeginsAlikeIsNotOnThisOne() {
    assertThat(OffboardRemark.isOf("old", "offboard old-2: 1 server")).isFalse();
    assertThat(OffboardRemark.isOf("old", "offboard old: 1 server")).isTrue();
    assertThat(OffboardRemark.isOf("old", "offboard old (CHG1): 1 server")).isTrue();
  }

  @Test
  void aRemarkOnAllEntriesIsOnNoneAlone() {
    String remark = "offboarding reaches only what Garrison deploys";
    assertThat(OffboardRemark.isOfAll(remark)).isTrue();
    assertThat(OffboardRemark.isOf("reaches", remark)).isFalse();
  }
}
