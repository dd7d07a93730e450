package dev.garrison.share.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessListTest {
  private static final Sid PUBLISHER = new Sid("S-1-5-21-1-2-3-1104");
  private static final Sid SITE = new Sid("S-1-5-21-1-2-3-1105");
  private static final LeastRights RIGHTS = new LeastRights(Optional.of(PUBLISHER), Set.of(SITE));

  private static AccessList list(String entries) {
    return AccessList.parse("O:" + PUBLISHER + "D:" + entries);
  }

  private static List<String> problems(String entries) {
    return RIGHTS.problems("here", list(entries)).stream()
        .map(found -> found.code().orElseThrow().label() + " " + found.text())
        .toList();
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
  void theLeastRightsAreWithoutAProblem() {
    AccessList wanted = RIGHTS.instead(list("(A;OICI;0x1f01ff;;;S-1-1-0)"));
    assertThat(wanted.sddl())
        .isEqualTo(
            "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)"
                + "(A;OICI;0x1701ff;;;S-1-5-21-1-2-3-1104)(A;OICI;0x1200a9;;;S-1-5-21-1-2-3-1105)");
    assertThat(RIGHTS.problems("here", wanted)).isEmpty();
    assertThat(RIGHTS.missing("here", wanted)).isEmpty();
  }

  @Test
  void whoeverMayChangeItIsNamed() {
    for (String mask :
        List.of(
            "0x2",
            "0x4",
            "0x10",
            "0x40",
            "0x100",
            "0x10000",
            "0x40000",
            "0x80000",
            "0x10000000",
            "0x40000000")) {
      assertThat(problems("(A;OICI;" + mask + ";;;S-1-5-11)"))
          .as(mask)
          .containsExactly(
              "GAR-0350 Authenticated Users (S-1-5-11) may change it. What lies there runs as SYSTEM on your servers.");
    }
  }

  @Test
  void aRightThatOnlyHoldsBelowIsFoundToo() {
    assertThat(problems("(A;OICIIO;0x10000000;;;S-1-3-0)"))
        .containsExactly(
            "GAR-0350 Creator Owner (S-1-3-0) may change it. What lies there runs as SYSTEM on your servers.");
  }

  @Test
  void domainComputersMustNotReadTheOnboardingFile() {
    assertThat(problems("(A;OICI;0x1200a9;;;S-1-5-21-1-2-3-515)"))
        .containsExactly(
            "GAR-0351 Domain Computers (S-1-5-21-1-2-3-515) may read it, the onboarding file included. Only site servers need to: name them with --reader.");
  }

  @Test
  void whatIsDeniedIsNoRight() {
    assertThat(problems("(D;OICI;0x1f01ff;;;S-1-1-0)")).isEmpty();
  }

  @Test
  void anOwnerMayAlwaysSetRights() {
    assertThat(
            new LeastRights(Optional.empty(), Set.of())
                .problems("here", list("(A;OICI;0x1f01ff;;;S-1-5-18)")))
        .extracting(Finding::text)
        .containsExactly(
            PUBLISHER
                + " owns it. What lies there runs as SYSTEM on your servers. If that is the publishing account, name it with --publisher.");
  }

  @Test
  void anOwnerThatOnlyNeedsToReadIsNamedToo() {
    assertThat(
            RIGHTS.problems(
                "here", AccessList.parse("O:" + SITE + "D:(A;OICI;0x1f01ff;;;S-1-5-18)")))
        .extracting(found -> found.code().orElseThrow() + " " + found.text())
        .containsExactly(
            "RIGHTS_OWNED_BY_OTHERS "
                + SITE
                + " owns it. What lies there runs as SYSTEM on your servers.");
  }

  @Test
  void aSiteServerWithoutAnEntryIsUnknownNotMissing() {
    assertThat(RIGHTS.missing("here", list("(A;OICI;0x1200a9;;;S-1-5-11)")))
        .singleElement()
        .returns(Finding.Verdict.UNKNOWN, Finding::verdict);
  }

  @Test
  void nobodyIsGuessed() {
    assertThatThrownBy(() ->
            new LeastRights(Optional.of(PUBLISHER), Set.of())
                .instead(list("(A;OICI;0x1f01ff;;;S-1-1-0)")))
        .hasMessage(
            "It is not said whose rights to set. Give the SID of the publishing account with --publisher, and that of each site server's computer account with --reader: (Get-ADUser NAME).SID and (Get-ADComputer NAME).SID. [RIGHTS_WHO_UNKNOWN GAR-0354]");
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
