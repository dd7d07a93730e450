package dev.garrison.share.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LeastRightsTest {
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
              "GAR-0350 Authenticated Users (S-1-5-11) can make changes. Files in this folder run as SYSTEM on your servers.");
    }
  }

  @Test
  void aRightThatOnlyHoldsBelowIsFoundToo() {
    assertThat(problems("(A;OICIIO;0x10000000;;;S-1-3-0)"))
        .containsExactly(
            "GAR-0350 Creator Owner (S-1-3-0) can make changes. Files in this folder run as SYSTEM on your servers.");
  }

  @Test
  void domainComputersMustNotReadTheOnboardingFile() {
    assertThat(problems("(A;OICI;0x1200a9;;;S-1-5-21-1-2-3-515)"))
        .containsExactly(
            "GAR-0351 Domain Computers (S-1-5-21-1-2-3-515) can read the content, including the onboarding file. Only site servers need to: specify them with --reader.");
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
        .extracting(found -> found.text().toString())
        .containsExactly(
            PUBLISHER
                + " is the owner. Files in this folder run as SYSTEM on your servers. If this is the publishing account, specify it with --publisher.");
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
                + " is the owner. Files in this folder run as SYSTEM on your servers.");
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
            "The accounts whose permissions to set aren't specified. Specify the SID of the publishing account with --publisher, and the SID of each site server's computer account with --reader: (Get-ADUser NAME).SID and (Get-ADComputer NAME).SID. [RIGHTS_WHO_UNKNOWN GAR-0354]");
  }

  @Test
  void whoOnlyReadsAndMayIsNoProblemAndWhoDoesBothIsNamedOnce() {
    LeastRights rights = new LeastRights(Optional.empty(), Set.of(new Sid("S-1-5-21-1-2-3-1105")));
    AccessList list =
        AccessList.parse(
            "O:S-1-5-18D:"
                + "(A;;0x1;;;S-1-5-21-1-2-3-1105)(A;;0x1;;;S-1-5-11)(A;;0x2;;;S-1-5-11)(A;;0x20;;;S-1-5-7)"
                + "(A;;0x1f01ff;;;S-1-5-32-544)(A;;0x10000000;;;S-1-3-0)");
    assertThat(rights.problems("here", list))
        .extracting(found -> found.code().orElseThrow() + " " + found.text())
        .containsExactly(
            "RIGHTS_CHANGED_BY_OTHERS Authenticated Users (S-1-5-11) can make changes. Files in this folder run as SYSTEM on your servers. If this is the publishing account, specify it with --publisher.",
            "RIGHTS_CHANGED_BY_OTHERS Creator Owner (S-1-3-0) can make changes. Files in this folder run as SYSTEM on your servers. If this is the publishing account, specify it with --publisher.");
    assertThat(rights.missing("here", list)).isEmpty();
    assertThat(
            rights.missing(
                "here", AccessList.parse("O:S-1-5-18D:" + "(D;;0x1;;;S-1-5-21-1-2-3-1105)")))
        .hasSize(1);
  }
}
