package dev.garrison.files.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessListTest {
  private static final Sid PUBLISHER = new Sid("S-1-5-21-1-2-3-1104");

  private static AccessList list(String entries) {
    return AccessList.parse("O:" + PUBLISHER + "D:" + entries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O:S-1-5-18D:",
        "O:S-1-5-32-544D:P(A;OICI;0x1f01ff;;;S-1-5-18)(D;;0x2;;;S-1-1-0)",
        "O:S-1-5-21-1-2-3-4D:(A;OICINPIOID;0x80000000;;;S-1-5-11)"
      })
  void whatIsWrittenIsReadBack(String sddl) {
    assertThat(AccessList.parse(sddl).sddl()).isEqualTo(sddl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "O:BAD:(A;;FA;;;WD)",
        "O:S-1-5-18D:(A;OICI;0x1f01ff;;;S-1-5-18)x",
        "O:S-1-5-18D:(A;XX;0x1f01ff;;;S-1-5-18)",
        "O:S-1-5-18D:(A;OIC;0x1f01ff;;;S-1-5-18)",
        "O:S-1-5-18D:(OA;;0x1;;;S-1-5-18)",
        "O:S-1-5-18D:(A;;0x123456789;;;S-1-5-18)"
      })
  void whatIsNotOursIsRefused(String sddl) {
    assertThatThrownBy(() -> AccessList.parse(sddl)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void childrenGetWhatIsHandedDownAndNothingElse() {
    AccessList parent =
        list(
            "P(A;OICI;0x1;;;S-1-5-18)(A;OI;0x2;;;S-1-5-11)(A;CINP;0x4;;;S-1-1-0)(A;;0x8;;;S-1-5-7)");
    AccessList child = list("(A;;0x20;;;S-1-5-32-545)(A;ID;0x40;;;S-1-5-32-546)");
    assertThat(child.below(parent, false))
        .isEqualTo(list("(A;ID;0x1;;;S-1-5-18)(A;ID;0x2;;;S-1-5-11)"));
    assertThat(child.below(parent, true))
        .isEqualTo(list("(A;OICIID;0x1;;;S-1-5-18)(A;OIIOID;0x2;;;S-1-5-11)(A;ID;0x4;;;S-1-1-0)"));
    assertThat(list("P(A;;0x20;;;S-1-5-32-545)").below(parent, false).closed()).isFalse();
  }

  @Test
  void aListOfManyThousandEntriesIsRead() {
    String sddl = "O:S-1-5-18D:P" + "(A;;0x2;;;S-1-1-0)".repeat(50_000);

    assertThat(AccessList.parse(sddl).entries()).hasSize(50_000);
  }
}
