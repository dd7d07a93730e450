package dev.garrison.share.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.files.acl.AccessList;
import dev.garrison.share.SharePath;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SavedListsTest {
  private static final String SYSTEM = "O:S-1-5-18D:";

  @Test
  void oldListsAreKeptWithTheirPaths() {
    AccessList before = AccessList.parse(SYSTEM + "P(A;;0x1;;;S-1-1-0)");
    SavedLists saved =
        SavedLists.before(
            "fake:",
            List.of(new ListChange(SharePath.of("v1/a"), before, AccessList.parse(SYSTEM))));
    assertThat(saved)
        .isEqualTo(
            new SavedLists(1, "fake:", List.of(new SavedLists.Entry("v1/a", before.sddl()))));
    assertThat(saved.entries().getFirst().list()).isEqualTo(before);
  }

  @Test
  void whatIsNotKeptByUsIsNotTakenBack() {
    assertThatThrownBy(() -> new SavedLists(2, "fake:", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it is of format 2, not 1");
    assertThatThrownBy(() -> new SavedLists.Entry("", "O:BAD:"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an access list of ours");
  }
}
