package dev.garrison.files.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.language.Text;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How accounts and rights are told. */
final class AccessWordsTest {
  private static final String SYSTEM = "O:S-1-5-18D:";

  @ParameterizedTest
  @CsvSource({
    "S-1-5-18,SYSTEM (S-1-5-18)",
    "S-1-5-32-545,Users (S-1-5-32-545)",
    "S-1-5-21-7-8-9-512,Domain Admins (S-1-5-21-7-8-9-512)",
    "S-1-5-21-7-8-9-1512,S-1-5-21-7-8-9-1512",
    "S-1-5-32-512,S-1-5-32-512",
    "S-1-3-512,S-1-3-512"
  })
  void onlyNamesThatEveryWindowsKnowsAreSaid(String sid, String described) {
    assertThat(new Sid(sid).described()).isEqualTo(described);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "S-1-5", "S-2-5-18", "BA", "S-1-5-18-", "S-1-5-12345678901"})
  void whatIsNoSidIsNotTaken(String text) {
    assertThat(Sid.isOne(text)).isFalse();
    assertThatThrownBy(() -> new Sid(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a security identifier: " + text);
  }

  private static Stream<String> words(String sddl) {
    return AccessList.parse(sddl).described().stream().map(Text::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "(A;;0x1f01ff;;;S-1-1-0),Everyone (S-1-1-0): everything",
    "(A;;0x10000000;;;S-1-1-0),Everyone (S-1-1-0): everything",
    "(A;;0x1701ff;;;S-1-1-0),'Everyone (S-1-1-0): change, and set rights'",
    "(A;;0x40000;;;S-1-1-0),'Everyone (S-1-1-0): change, and set rights'",
    "(A;;0x10;;;S-1-1-0),Everyone (S-1-1-0): change",
    "(A;;0x1200a9;;;S-1-1-0),Everyone (S-1-1-0): read",
    "(A;;0x80000000;;;S-1-1-0),Everyone (S-1-1-0): read",
    "(A;;0x100000;;;S-1-1-0),Everyone (S-1-1-0): rights 0x100000",
    "(D;;0x2;;;S-1-1-0),Everyone (S-1-1-0) is denied: change",
    "(D;;0x10;;;S-1-1-0),Everyone (S-1-1-0) is denied: rights 0x10",
    "(D;;0x1;;;S-1-1-0),Everyone (S-1-1-0) is denied: read",
    "(D;;0x1f01ff;;;S-1-1-0),Everyone (S-1-1-0) is denied: everything"
  })
  void anEntryIsToldInWords(String entry, String words) {
    assertThat(words(SYSTEM + entry)).containsExactly(words);
    assertThat(words(SYSTEM + entry + entry)).containsExactly(words);
  }

  @ParameterizedTest
  @CsvSource({
    "D:P(A;;0x1;;;S-1-1-0),D:P(A;;0x1;;;S-1-1-0),true",
    "D:P(A;;0x1;;;S-1-1-0),D:(A;;0x1;;;S-1-1-0),false",
    "D:P(A;;0x1;;;S-1-1-0),D:P(A;;0x2;;;S-1-1-0),false"
  })
  void listsAreTheSameWithTheSameEntriesWhoeverOwns(String one, String other, boolean same) {
    assertThat(
            AccessList.parse("O:S-1-5-18" + one).sameEntries(AccessList.parse("O:S-1-1-0" + other)))
        .isEqualTo(same);
  }
}
