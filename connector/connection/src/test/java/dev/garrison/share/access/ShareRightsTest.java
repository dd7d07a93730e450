package dev.garrison.share.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.garrison.files.acl.AccessEntry;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.Finding.Verdict;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned and set is below the folder, differs from what is there, and is known. */
final class ShareRightsTest {
  private static final String PUBLISHER = "S-1-5-21-1-2-3-1104";
  private static final String SITE = "S-1-5-21-1-2-3-1105";
  private static final AccessList OPEN =
      AccessList.parse("O:" + PUBLISHER + "D:(A;OICI;0x1f01ff;;;S-1-1-0)");
  private static final String TOP =
      "D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)(A;OICI;0x1701ff;;;"
          + PUBLISHER
          + ")(A;OICI;0x1200a9;;;"
          + SITE
          + ")";
  private static final String FOLDER =
      "D:(A;OICIID;0x1f01ff;;;S-1-5-18)(A;OICIID;0x1f01ff;;;S-1-5-32-544)(A;OICIID;0x1701ff;;;"
          + PUBLISHER
          + ")(A;OICIID;0x1200a9;;;"
          + SITE
          + ")";
  private static final String FILE =
      "D:(A;ID;0x1f01ff;;;S-1-5-18)(A;ID;0x1f01ff;;;S-1-5-32-544)(A;ID;0x1701ff;;;"
          + PUBLISHER
          + ")(A;ID;0x1200a9;;;"
          + SITE
          + ")";
  private static final ShareAddress.Smb ADDRESS =
      new ShareAddress.Smb("fs1.contoso.com", 445, "sources", SharePath.of("mde"));

  private final FakeShare share = new FakeShare();
  private final FakeAccessLists lists = new FakeAccessLists(OPEN);

  private ShareRights rights() {
    return rights(new LeastRights(Optional.of(new Sid(PUBLISHER)), Set.of(new Sid(SITE))));
  }

  private ShareRights rights(LeastRights least) {
    return new ShareRights(share, lists, least);
  }

  private static String ours(String entries) {
    return "O:" + PUBLISHER + entries;
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream()
        .map(found ->
            "%s %s%s: %s"
                .formatted(
                    found.verdict(),
                    found.code().map(code -> code.label() + " ").orElse(""),
                    found.subject(),
                    found.text()))
        .toList();
  }

  @Test
  void theFolderComesFirstAndEachThingBelowGetsWhatIsHandedDown() {
    share.write("v1/a.msi", "a");
    share.write("v1/sub/b.msi", "b");
    assertThat(rights().planned())
        .extracting(change -> "%s %s".formatted(change.path(), change.after().sddl()).strip())
        .containsExactly(
            ours(TOP),
            "v1 " + ours(FOLDER),
            "v1/a.msi " + ours(FILE),
            "v1/sub " + ours(FOLDER),
            "v1/sub/b.msi " + ours(FILE));
    assertThat(rights().planned()).extracting(ListChange::before).containsOnly(OPEN);
    assertThat(lists.written()).isEmpty();
    assertThat(share.writes()).isEmpty();
  }

  @Test
  void whatIsAlreadySoIsNotSetAgain() {
    share.write("v1/a.msi", "a");
    rights().set(rights().planned());
    assertThat(rights().planned()).isEmpty();
    lists.with("v1", OPEN);
    assertThat(rights().planned()).extracting(ListChange::path).containsExactly(SharePath.of("v1"));
  }

  @Test
  void whatIsPlannedIsSetInItsOrderAndKeepsTheOwner() {
    share.write("v1/a.msi", "a");
    lists.with("v1/a.msi", AccessList.parse("O:S-1-5-18D:P"));
    rights().set(rights().planned());
    assertThat(lists.written())
        .containsExactly(ours(TOP), "v1 " + ours(FOLDER), "v1/a.msi O:S-1-5-18" + FILE);
    assertThat(share.writes()).isEmpty();
  }

  @Test
  void theReadersStandInTheOrderOfTheirNumbers() {
    Set<Sid> many = Set.of(new Sid("S-1-5-21-1-2-3-9"), new Sid(SITE), new Sid("S-1-5-21-1-2-3-7"));
    assertThat(
            rights(new LeastRights(Optional.of(new Sid(PUBLISHER)), many))
                .planned()
                .getFirst()
                .after()
                .entries()
                .subList(3, 6))
        .extracting(AccessEntry::sid)
        .extracting(Sid::text)
        .containsExactly(SITE, "S-1-5-21-1-2-3-7", "S-1-5-21-1-2-3-9");
  }

  @Test
  void nothingIsPlannedWithoutAPublisherOrReaders() {
    String message =
        "The accounts whose permissions to set aren't specified. Specify the SID of the publishing account with --publisher, and the SID of each site server's computer account with --reader: (Get-ADUser NAME).SID and (Get-ADComputer NAME).SID. [RIGHTS_WHO_UNKNOWN GAR-0354]";
    assertThatThrownBy(
            () -> rights(new LeastRights(Optional.empty(), Set.of(new Sid(SITE)))).planned())
        .hasMessage(message);
    assertThatThrownBy(
            () -> rights(new LeastRights(Optional.of(new Sid(PUBLISHER)), Set.of())).planned())
        .hasMessage(message);
  }

  @Test
  void whatIsNoLongerThereIsNotPutBack() {
    share.write("v1/a.msi", "a");
    SavedLists saved = SavedLists.before("fake:", rights().planned());
    share.erase("v1/a.msi");
    assertThat(rights().putBack(saved.entries()))
        .containsExactly(SharePath.ROOT, SharePath.of("v1"));
    assertThat(lists.written()).containsExactly(OPEN.sddl(), "v1 " + OPEN.sddl());
  }

  @Test
  void aShareThatDoesNotSayWhatIsThereGetsNothingPutBack() {
    share.failOn("find v1", Kind.GONE);
    assertThatThrownBy(() -> rights().putBack(List.of(new SavedLists.Entry("v1", OPEN.sddl()))))
        .hasMessage("Garrison can't access \"fake:/v1\": the share became unavailable");
    assertThat(lists.written()).isEmpty();
  }

  @Test
  void fiveThousandAreLookedAtAndOneMoreIsRefused() {
    for (int number = 1; number < 5000; number++) {
      share.write("f" + number, "");
    }
    assertThat(rights().planned()).hasSize(5000);
    share.write("sub", "");
    assertThatThrownBy(() -> rights().planned())
        .hasMessage(
            "\"fake:\" contains more than 5,000 files and folders. Publish to a separate folder. Garrison checks everything in that folder. [RIGHTS_TOO_MANY GAR-0355]");
  }

  @Test
  void aCheckSaysWhatIsRightAndWhatCannotBeKnown() {
    share.write("v1/a.msi", "a");
    rights().set(rights().planned());
    assertThat(lines(rights().check(ADDRESS, UncPath.parse("\\\\FS1.contoso.com\\Sources\\MDE"))))
        .containsExactly(
            "OK content source: \\\\fs1.contoso.com\\Sources\\MDE is the same folder.",
            "UNKNOWN share permission: Garrison can't read the share permissions. On the file server, run: Get-SmbShareAccess -Name 'sources'. The publishing account needs Change, and the site servers need Read.",
            "OK permissions: Only the publishing account, SYSTEM, and Administrators can change the 3 checked files and folders.");
    assertThat(share.writes()).isEmpty();
  }

  @Test
  void aCheckNamesEachPlaceWithAProblem() {
    share.write("a.msi", "a");
    rights().set(rights().planned());
    lists.with("a.msi", AccessList.parse("O:S-1-5-21-1-2-3-513D:(A;;0x2;;;S-1-5-11)"));
    assertThat(lines(rights().check(ADDRESS, UncPath.parse("\\\\fs1.contoso.com\\sources\\mde"))))
        .endsWith(
            "PROBLEM GAR-0352 fake:/a.msi: Domain Users (S-1-5-21-1-2-3-513) is the owner. Files in this folder run as SYSTEM on your servers.",
            "PROBLEM GAR-0350 fake:/a.msi: Authenticated Users (S-1-5-11) can make changes. Files in this folder run as SYSTEM on your servers.")
        .hasSize(4);
  }

  @Test
  void aSiteServerWithoutAnEntryIsAskedForAtTheFolderItself() {
    lists.with("", AccessList.parse("O:S-1-5-18D:P"));
    assertThat(lines(rights().check(ADDRESS, UncPath.parse("\\\\fs1.contoso.com\\sources\\mde"))))
        .contains(
            "UNKNOWN fake:: S-1-5-21-1-2-3-1105 has no entry of its own, and can read only if one of its groups has an entry. Garrison can't read groups here.");
  }

  @ParameterizedTest
  @CsvSource({
    "\\\\fs2.contoso.com\\sources\\mde",
    "\\\\fs1.contoso.com\\other\\mde",
    "\\\\fs1.contoso.com\\sources\\mde2",
    "\\\\fs1.contoso.com\\sources"
  })
  void anotherNameOfTheSourceIsNotTakenForTheSamePlace(String source) {
    assertThat(lines(rights().check(ADDRESS, UncPath.parse(source))))
        .startsWith(
            "UNKNOWN content source: "
                + source
                + " is another name. Garrison can't determine whether it is the same folder. With DFS replication, the digests prove nothing at the other end.");
  }

  @Test
  void aFindingOfAnAccountWithoutANameSaysSo() {
    assertThat(
            Finding.problem(
                AccessCode.RIGHTS_CHANGED_BY_OTHERS,
                Text.verbatim("x"),
                Text.verbatim("S-1-5-21-1 can")))
        .returns(true, Finding::isOfNamelessAccount)
        .returns(Verdict.PROBLEM, Finding::verdict);
    assertThat(
            Finding.ok(Text.verbatim("x"), Text.verbatim("SYSTEM (S-1-5-18) can"))
                .isOfNamelessAccount())
        .isFalse();
  }

  @Test
  void listsThatCanOnlyBeReadAreCheckedAndNotSet() {
    ShareRights reading =
        new ShareRights(
            share,
            path -> lists.accessList(path),
            new LeastRights(Optional.of(new Sid(PUBLISHER)), Set.of(new Sid(SITE))));

    assertThat(
            reading.check(ADDRESS, UncPath.parse("\\\\fs1.contoso.com\\sources\\mde")).stream()
                .anyMatch(found -> found.verdict() == Verdict.PROBLEM))
        .isTrue();
    assertThatThrownBy(() -> reading.set(reading.planned()))
        .hasMessageContaining("through Windows, permissions can only be read");
    assertThatThrownBy(() -> reading.putBack(List.of()))
        .hasMessageContaining("through Windows, permissions can only be read");
    assertThat(lists.written()).isEmpty();
  }

  @Test
  void aUncPathOfWindowsIsTheSamePlaceAsTheContentSourceWithItsNames() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      ShareAddress address =
          new ShareAddress.Folder(windows.getPath("\\\\FS1.contoso.com\\sources\\mde"));

      assertThat(lines(rights().check(address, UncPath.parse("\\\\fs1.contoso.com\\sources\\mde"))))
          .first()
          .asString()
          .isEqualTo("OK content source: \\\\fs1.contoso.com\\sources\\mde is the same folder.");
    }
  }
}
