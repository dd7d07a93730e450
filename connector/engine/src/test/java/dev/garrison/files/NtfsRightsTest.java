package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.NtfsRights.Above;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use a file of Windows, by its SDDL. The account that runs Garrison has the RID 1104. */
final class NtfsRightsTest {
  private static final Sid OWN = new Sid("S-1-5-21-1-2-3-1104");
  private static final Path PLACE = Path.of("secret");

  /** As C:\ProgramData and C:\ let users make folders, and as the installer leaves its own. */
  private static final String PROGRAM_DATA =
      "O:S-1-5-18D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1200a9;;;S-1-5-32-545)(A;CI;0x116;;;S-1-5-32-545)";

  private static final String DRIVE =
      "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:P(A;;0x4;;;S-1-5-11)";
  private static final String GARRISONS =
      "O:S-1-5-18D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)";
  private static final String MALLORYS =
      "O:S-1-5-21-9-9-9-1666D:P(A;OICI;0x1f01ff;;;S-1-5-21-9-9-9-1666)(A;OICI;0x1f01ff;;;S-1-5-18)";

  private static Optional<Exposure> ofFile(String sddl) {
    return NtfsRights.ofFile(PLACE, AccessList.parse(sddl), OWN);
  }

  /** Of a folder with these lists of those above, the nearest first; empty: it cannot be read. */
  private static Optional<Exposure> ofFolder(String sddl, String... above) {
    List<Above> places = new ArrayList<>();
    for (String list : above) {
      places.add(
          new Above(
              Path.of("above" + (places.isEmpty() ? "" : places.size())),
              list.isEmpty() ? Optional.empty() : Optional.of(AccessList.parse(list))));
    }
    return NtfsRights.ofFolder(PLACE, AccessList.parse(sddl), places, OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O:S-1-5-21-1-2-3-1104D:P(A;;0x1f01ff;;;S-1-5-21-1-2-3-1104)(A;;0x1f01ff;;;S-1-5-18)(A;;0x1f01ff;;;S-1-5-32-544)",
        "O:S-1-5-32-544D:(A;ID;0x1f01ff;;;S-1-5-18)",
        "O:S-1-5-18D:P(A;;0x120089;;;S-1-3-4)",
        "O:S-1-5-18D:P(A;;0x120089;;;S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172)",
        "O:S-1-5-18D:P",
        "O:S-1-5-18D:(D;;0x1f01ff;;;S-1-1-0)",
        "O:S-1-5-18D:(A;;0x100000;;;S-1-1-0)"
      })
  void aFileIsPrivateWhileOnlyWeSystemAndAdministratorsReadOrWrite(String sddl) {
    assertThat(ofFile(sddl)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "(A;ID;0x1200a9;;;S-1-5-32-545), Users (S-1-5-32-545): read",
    "(A;;0x1f01ff;;;S-1-1-0), Everyone (S-1-1-0): everything",
    "(A;;0x2;;;S-1-5-11), Authenticated Users (S-1-5-11): change",
    "(A;;0x1;;;S-1-5-21-1-2-3-1105), S-1-5-21-1-2-3-1105: read",
    "(A;;0x80000000;;;S-1-5-4), Interactive (S-1-5-4): read",
    "(A;;0x40000;;;S-1-5-21-1-2-3-513), 'Domain Users (S-1-5-21-1-2-3-513): change, and set rights'",
    "(A;;0x1;;;S-1-5-80-1-2-3-4-5), S-1-5-80-1-2-3-4-5: read",
    "(D;;0x1;;;S-1-1-0)(A;;0x1;;;S-1-1-0), Everyone (S-1-1-0): read"
  })
  void aFileThatAnyoneElseReadsOrChangesIsOpen(String entries, String words) {
    assertThat(ofFile("O:S-1-5-18D:" + entries).map(Exposure::what).map(Text::toString))
        .contains("secret is open to other accounts (" + words + ")");
  }

  @Test
  void theRemedyOfAnOpenFileNamesAccountsByTheirSid() {
    assertThat(ofFile("O:S-1-5-18D:(A;ID;0x1200a9;;;S-1-5-32-545)"))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OPEN_TO_OTHERS, what="
                + "secret is open to other accounts (Users (S-1-5-32-545): read)"
                + ", remedy="
                + "Run as an administrator: icacls \"secret\" /inheritance:r /grant:r"
                + " \"*S-1-5-21-1-2-3-1104:F\" \"*S-1-5-18:F\" \"*S-1-5-32-544:F\" /remove"
                + " \"*S-1-5-32-545\".]");
  }

  @Test
  void aFileOfAnotherAccountIsNotPrivateThoughItIsClosed() {
    assertThat(ofFile("O:S-1-5-21-1-2-3-1105D:P(A;;0x1f01ff;;;S-1-5-18)"))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OWNED_BY_OTHERS, what="
                + "secret belongs to S-1-5-21-1-2-3-1105, which is neither SYSTEM, Administrators, nor the account that runs Garrison"
                + ", remedy="
                + "Run as an administrator: takeown /a /f \"secret\", then icacls"
                + " \"secret\" /inheritance:r /grant:r \"*S-1-5-21-1-2-3-1104:F\" \"*S-1-5-18:F\""
                + " \"*S-1-5-32-544:F\".]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S-1-1-0",
        "S-1-2-0",
        "S-1-5-2",
        "S-1-5-3",
        "S-1-5-4",
        "S-1-5-6",
        "S-1-5-7",
        "S-1-5-11",
        "S-1-5-13",
        "S-1-5-14",
        "S-1-5-15",
        "S-1-5-113",
        "S-1-5-32-545",
        "S-1-5-32-546",
        "S-1-5-32-547",
        "S-1-2-1",
        "S-1-5-1",
        "S-1-5-12",
        "S-1-5-33",
        "S-1-5-64-10",
        "S-1-5-64-14",
        "S-1-5-64-21",
        "S-1-5-80-0",
        "S-1-5-1000",
        "S-1-5-32-554",
        "S-1-5-32-555",
        "S-1-18-1",
        "S-1-18-2",
        "S-1-15-2-1",
        "S-1-15-2-2",
        "S-1-5-21-7-8-9-513",
        "S-1-5-21-7-8-9-514",
        "S-1-5-21-7-8-9-515"
      })
  void aFolderIsOpenToEachGroupThatHoldsMany(String group) {
    assertThat(ofFolder("O:S-1-5-18D:(A;OICI;0x1200a9;;;" + group + ")")).isPresent();
    assertThat(ofFolder("O:S-1-5-18D:(A;OICIIO;0x2;;;" + group + ")")).isPresent();
  }

  /** An administrator let the service's account in, or a group of operators. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "S-1-5-21-1-2-3-1105",
        "S-1-5-21-1-2-3-512",
        "S-1-5-20",
        "S-1-3-0",
        "S-1-5-32-551",
        "S-1-5-80-1-2-3-4-513"
      })
  void aFolderIsNotOpenBecauseOneAccountWasLetIn(String account) {
    assertThat(ofFolder("O:S-1-5-21-1-2-3-1105D:(A;OICI;0x1f01ff;;;" + account + ")")).isEmpty();
  }

  @Test
  void aFolderThatAnotherAccountMadeWhereManyMayIsOwnedByOthers() {
    assertThat(ofFolder(MALLORYS, PROGRAM_DATA, DRIVE))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OWNED_BY_OTHERS, what="
                + "secret belongs to S-1-5-21-9-9-9-1666, which is neither Windows, Administrators, nor the account that runs Garrison, and many accounts can create folders in above"
                + ", remedy="
                + "Specify another folder, or check who created that folder and what it contains, and run as an administrator: takeown /a /f \"secret\", then icacls \"secret\" /inheritance:d, then icacls \"secret\" /remove:g \"*S-1-5-21-9-9-9-1666\".]");
  }

  @Test
  void aFolderBelowOneThatAnotherAccountMadeWhereManyMayIsOwnedByOthers() {
    assertThat(ofFolder(GARRISONS, MALLORYS, PROGRAM_DATA, DRIVE))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OWNED_BY_OTHERS, what="
                + "secret is in above, which belongs to S-1-5-21-9-9-9-1666. That account is neither Windows, Administrators, nor the account that runs Garrison, and many accounts can create folders in above1"
                + ", remedy="
                + "Specify another folder, or check who created that folder and what it contains, and run as an administrator: takeown /a /f \"above\", then icacls \"above\" /inheritance:d, then icacls \"above\" /remove:g \"*S-1-5-21-9-9-9-1666\".]");
  }

  @Test
  void anyAccountMayOwnAFolderWhereOnlyItsAdministratorsMakeSome() {
    assertThat(ofFolder(MALLORYS, GARRISONS, PROGRAM_DATA, DRIVE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S-1-5-21-1-2-3-1104",
        "S-1-5-18",
        "S-1-5-32-544",
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
        "S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172"
      })
  void weAndWindowsMayOwnAFolderWhereManyMakeSome(String owner) {
    assertThat(ofFolder("O:" + owner + "D:P", PROGRAM_DATA, DRIVE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(A;;0x4;;;S-1-5-11)",
        "(A;CI;0x2;;;S-1-5-32-545)",
        "(A;;0x40;;;S-1-1-0)",
        "(A;;0x40000;;;S-1-1-0)",
        "(A;;0x40000000;;;S-1-1-0)",
        "(A;;0x10000000;;;S-1-1-0)"
      })
  void whoeverMayAddToAFolderOrTakeItMayHaveMadeWhatLiesInIt(String entry) {
    assertThat(ofFolder(MALLORYS, "O:S-1-5-18D:" + entry)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(A;;0x1200a9;;;S-1-1-0)",
        "(A;OICIIO;0x1f01ff;;;S-1-1-0)",
        "(D;;0x1f01ff;;;S-1-1-0)",
        "(A;;0x1f01ff;;;S-1-5-32-544)",
        "(A;;0x1f01ff;;;S-1-5-21-1-2-3-1105)"
      })
  void whereManyMayOnlyReadNoneOfThemMadeAFolder(String entry) {
    assertThat(ofFolder(MALLORYS, "O:S-1-5-18D:" + entry)).isEmpty();
  }

  /** As {@code C:\ProgramData\Garrison}, a junction of Mallory's to a folder in his profile. */
  @Test
  void aLinkThatAnotherAccountMadeWhereManyMayIsOwnedByOthers() {
    Above link = new Above(PLACE, Optional.of(AccessList.parse(MALLORYS)));
    Above open = new Above(Path.of("above"), Optional.of(AccessList.parse(PROGRAM_DATA)));

    assertThat(NtfsRights.ofWay(PLACE, link, List.of(open), OWN).map(Exposure::kind))
        .contains(Exposure.Kind.OWNED_BY_OTHERS);
  }

  @Test
  void aFolderAboveThatThisAccountMayNotReadMayLetManyIn() {
    assertThat(ofFolder(MALLORYS, "", GARRISONS)).isPresent();
    assertThat(ofFolder(GARRISONS, "", GARRISONS)).isEmpty();
  }

  @Test
  void aFolderAboveWhoseOwnerCannotBeReadMayBelongToAnyoneWhereManyMakeSome() {
    assertThat(ofFolder(GARRISONS, "", DRIVE))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OWNED_BY_OTHERS, what="
                + "secret is in above, which may belong to any account, because the account that runs Garrison can't read its owner"
                + ", remedy="
                + "Specify another folder, or check who created that folder and what it contains, and run as an administrator: takeown /a /f \"above\".]");
  }

  @Test
  void theRemedyOfAFolderTakesItFromGroupsOfManyAndLeavesItToThoseWhoWereLetIn() {
    assertThat(
            ofFolder(
                    "O:S-1-5-18D:(A;OICI;0x1200a9;;;S-1-5-11)(A;;0x4;;;S-1-5-11)(D;;0x2;;;S-1-1-0)"
                        + "(A;OICIID;0x1301bf;;;S-1-5-21-1-2-3-1105)"
                        + "(A;OICIID;0x1301bf;;;S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172)")
                .map(Exposure::remedy)
                .map(Text::toString))
        .contains(
            "Run as an administrator: icacls \"secret\" /inheritance:d, then icacls \"secret\" /grant:r"
                + " \"*S-1-5-21-1-2-3-1104:(OI)(CI)F\" \"*S-1-5-18:(OI)(CI)F\""
                + " \"*S-1-5-32-544:(OI)(CI)F\" /remove:g \"*S-1-5-11\".");
  }

  @Test
  void theRemedyOfAFileLeavesItToTheServiceThatReadsIt() {
    assertThat(
            ofFile(
                    "O:S-1-5-18D:(A;ID;0x1200a9;;;S-1-5-32-545)"
                        + "(A;ID;0x1200a9;;;S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172)")
                .map(Exposure::remedy)
                .map(Text::toString))
        .contains(
            "Run as an administrator: icacls \"secret\" /inheritance:r /grant:r"
                + " \"*S-1-5-21-1-2-3-1104:F\" \"*S-1-5-18:F\" \"*S-1-5-32-544:F\""
                + " \"*S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172:R\""
                + " /remove \"*S-1-5-32-545\".");
  }

  /** Before the quote that ends it, a backslash would make that quote a part of the path. */
  @ParameterizedTest
  @CsvSource({"D:\\, D:\\\\", "\\\\srv\\share\\, \\\\srv\\share\\\\", "D:\\a, D:\\a"})
  void aPathInACommandDoesNotTakeItsClosingQuoteAlong(String path, String written) {
    assertThat(PrivateAccess.quoted(path)).isEqualTo('"' + written + '"');
  }
}
