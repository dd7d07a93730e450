package dev.garrison.files.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptors in bytes, as Samba writes them for the SDDL in the comments. */
final class SecurityDescriptorTest {
  /** O:BAG:SYD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(D;;0x2;;;WD). */
  private static final String CLOSED =
      "010004901400000024000000000000003000000001020000000000052000000020020000010100000000000512000000"
          + "040048000300000000031400ff011f0001010000000000051200000000031800ff011f0001020000000000052000"
          + "0000200200000100140002000000010100000000000100000000";

  private static AccessList parsed(String hex) {
    return SecurityDescriptor.parse(HexFormat.of().parseHex(hex));
  }

  @Test
  void ownerProtectionAndEntriesAreRead() {
    assertThat(parsed(CLOSED).sddl())
        .isEqualTo(
            "O:S-1-5-32-544D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)(D;;0x2;;;S-1-1-0)");
  }

  /** O:S-1-5-21-1-2-3-1104D:AI(A;ID;0x1200a9;;;BU), then O:SYD:. */
  @ParameterizedTest
  @CsvSource({
    "010004841400000000000000000000003000000001050000000000051500000001000000020000000300000050040000040020000100000000101800a900120001020000000000052000000021020000, O:S-1-5-21-1-2-3-1104D:(A;ID;0x1200a9;;;S-1-5-32-545)",
    "01000480140000000000000000000000200000000101000000000005120000000400080000000000, O:S-1-5-18D:"
  })
  void whatIsInheritedAndWhatIsEmptyIsReadAsItIs(String hex, String sddl) {
    assertThat(parsed(hex).sddl()).isEqualTo(sddl);
  }

  /** O:SYG:SY, and the same with a list that is present and null. */
  @ParameterizedTest
  @CsvSource({
    "0100008014000000200000000000000000000000010100000000000512000000010100000000000512000000",
    "0100048014000000200000000000000000000000010100000000000512000000010100000000000512000000"
  })
  void withoutAListEveryoneMayDoEverything(String hex) {
    assertThat(parsed(hex).sddl()).isEqualTo("O:S-1-5-18D:(A;OICI;0x1f01ff;;;S-1-1-0)");
  }

  /** An entry of type 9, under a condition; where the condition is not met it allows nothing. */
  @Test
  void anEntryUnderAConditionCountsAsOneWithout() {
    String conditional =
        "01000480140000000000000000000000200000000101000000000005120000000400200001000000"
            + "09001800ff011f000101000000000001000000006172747800";
    assertThat(parsed(conditional).sddl()).isEqualTo("O:S-1-5-18D:(A;;0x1f01ff;;;S-1-1-0)");
  }

  /** O:SYD:(OA;;CC;bf967aba-0de6-11d0-a285-00aa003049e2;;AU), then D:(A;;FA;;;WD). */
  @ParameterizedTest
  @CsvSource({
    "01000480140000000000000000000000200000000101000000000005120000000400300001000000050028000100000001000000ba7a96bfe60dd011a28500aa003049e201010000000000050b000000, an access entry of type 5 is unknown",
    "010004800000000000000000000000001400000004001c000100000000001400ff011f00010100000000000100000000, the security descriptor names no owner",
    "0200048014000000000000000000000020000000010100000000000512000000, the security descriptor has another form",
    "0100040014000000000000000000000020000000010100000000000512000000, the security descriptor has another form"
  })
  void whatIsNotUnderstoodIsNotTaken(String hex, String message) {
    assertThatThrownBy(() -> parsed(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void eachPlaceWhereItMayBeCutOffIsAMistakeOfTheSameKind() {
    byte[] whole = HexFormat.of().parseHex(CLOSED);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SecurityDescriptor.parse(cut))
          .as("%d bytes", length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the security descriptor is cut off");
    }
  }
}
