package dev.garrison.share.smbj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.files.acl.AccessEntry;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.access.LeastRights;
import dev.garrison.share.access.SavedLists;
import dev.garrison.share.access.ShareRights;
import dev.garrison.share.samba.AccessSamba;
import dev.garrison.share.samba.Samba;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Access lists on a real Samba that keeps them as Windows does. */
final class SmbjRightsIT {
  private static final SharePath VERSION = SharePath.of("mde-2016/v1");
  private static final SharePath FILE = VERSION.child("onboarding.cmd");
  private static final Sid SITE = new Sid("S-1-5-21-1-2-3-1105");

  private static SmbjShare share(SambaServer server) {
    return new SmbjShare(Samba.address(server, server.port()), Samba.account(server));
  }

  private static void fill(SmbjShare share) {
    share.createFolder(VERSION);
    share.put(VERSION, FileSource.of("onboarding.cmd", new byte[] {1}), TransferProgress.SILENT);
  }

  private static Sid publisher(SmbjShare share) {
    return share.accessList(VERSION).owner();
  }

  private static ShareRights rights(SmbjShare share) {
    return new ShareRights(
        share, share, new LeastRights(Optional.of(publisher(share)), Set.of(SITE)));
  }

  @Test
  void theLeastRightsAreSetOnAllThatLiesThereAndPutBackAgain() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings());
        SmbjShare share = share(server)) {
      fill(share);
      List<SharePath> all = List.of(SharePath.ROOT, SharePath.of("mde-2016"), VERSION, FILE);
      List<AccessList> before = all.stream().map(share::accessList).toList();
      var changes = rights(share).planned();
      assertThat(changes).extracting(change -> change.path()).containsExactlyElementsOf(all);
      assertThat(all.stream().map(share::accessList)).as("a plan").isEqualTo(before);
      rights(share).set(changes);
      assertThat(rights(share).planned()).isEmpty();
      assertThat(share.accessList(SharePath.ROOT).closed()).isTrue();
      assertThat(share.accessList(FILE).sddl())
          .isEqualTo(
              "O:%1$sD:(A;ID;0x1f01ff;;;S-1-5-18)(A;ID;0x1f01ff;;;S-1-5-32-544)(A;ID;0x1701ff;;;%1$s)(A;ID;0x1200a9;;;%2$s)"
                  .formatted(publisher(share), SITE));
      rights(share).putBack(SavedLists.before("x", changes).entries());
      assertThat(all.stream().map(share::accessList).toList()).isEqualTo(before);
    }
  }

  @Test
  void whatIsPublishedAfterwardsInheritsTheLeastRights() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings());
        SmbjShare share = share(server)) {
      fill(share);
      rights(share).set(rights(share).planned());
      share.put(VERSION, FileSource.of("install.ps1", new byte[] {2}), TransferProgress.SILENT);
      share.delete(FILE);
      assertThat(rights(share(server)).planned()).isEmpty();
    }
  }

  @Test
  void aListThatWouldLockThePublisherOutIsTakenBack() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings());
        SmbjShare share = share(server)) {
      fill(share);
      AccessList before = share.accessList(SharePath.ROOT);
      AccessList foreign =
          new AccessList(
              before.owner(),
              true,
              List.of(new AccessEntry(true, 3, AccessEntry.FULL, Sid.SYSTEM)));
      ContentShareException failure =
          catchThrowableOfType(
              ContentShareException.class, () -> share.setAccessList(SharePath.ROOT, foreign));
      assertThat(failure.kind()).isEqualTo(Kind.RIGHTS_NOT_KEPT);
      assertThat(failure.diagnostic())
          .hasToString(
              "Garrison can't set the permissions of \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage\": the new permissions couldn't be verified, and the old ones were restored (this account could then no longer write there). Check the specified SIDs, and how the file server handles access lists. [CONTENT_RIGHTS_NOT_KEPT GAR-0319]");
      assertThat(share.accessList(SharePath.ROOT)).isEqualTo(before);
    }
  }
}
