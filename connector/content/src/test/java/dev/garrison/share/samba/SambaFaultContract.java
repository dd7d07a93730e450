package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionContent;
import dev.garrison.content.version.VersionState;
import dev.garrison.files.SmallMount;
import dev.garrison.json.Json;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.LargeFile;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a real Samba and a broken line do to a publication. */
public abstract class SambaFaultContract {
  private static final int MOST_ATTEMPTS = 5_000;
  private static final FileSource SMALL = FileSource.of("install.ps1", new byte[] {1, 2, 3});
  private static final FileSource LARGE = LargeFile.of("md4ws.msi", 6L << 20);
  private static final VersionContent VERSION =
      new VersionContent("v1", "prod", List.of(SMALL, LARGE));

  /** How the server runs. */
  protected abstract SambaSettings settings();

  /** The adapter under test. */
  protected abstract ContentShare connect(ShareAddress.Smb address, ShareAccount account);

  protected static ContentShareException failure(Runnable action) {
    return catchThrowableOfType(ContentShareException.class, action::run);
  }

  protected final ContentShare share(SambaServer server) {
    return connect(Samba.address(server, server.port()), Samba.account(server));
  }

  private static ContentFolder folder(ContentShare share) {
    return new ContentFolder(share, SharePath.of("garrison"), new Json(), "test");
  }

  private static Runnable put(ContentShare share) {
    return () -> share.put(SharePath.ROOT, LARGE, TransferProgress.SILENT);
  }

  @Test
  void uploadKeepsWhatArrivedUnderAnotherNameWhenTheConnectionBreaks() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      assertThat(share.list(SharePath.ROOT)).isEmpty();
      proxy.cutAfter(3 << 20);
      ContentShareException failure = failure(put(share));
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.GONE);
      assertThat(failure.diagnostic().toString())
          .startsWith(
              "Garrison can't write \"smb://127.0.0.1:"
                  + proxy.port()
                  + "/stage/md4ws.msi.part\": the share became unavailable (")
          .endsWith(
              "). Run the command again when the share is available. No incomplete version is visible, and the transfer resumes where it was interrupted. [CONTENT_SHARE_GONE GAR-0305]");
      assertThat(share.list(SharePath.ROOT))
          .extracting(ContentShare.Entry::name)
          .containsExactly("md4ws.msi.part");
    }
  }

  @Test
  void afterACutAtNinetyPercentAtMostFifteenPercentAreSentAgain() throws Exception {
    FileSource file = LargeFile.of("md4ws.msi", 64L << 20);
    long size = file.file().size();
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      assertThat(share.list(SharePath.ROOT)).isEmpty();
      proxy.cutAfter(size * 9 / 10);
      assertThat(failure(() -> share.put(SharePath.ROOT, file, TransferProgress.SILENT)).kind())
          .isEqualTo(Kind.GONE);
      long before = proxy.forwarded();
      share.put(SharePath.ROOT, file, TransferProgress.SILENT);
      long again = proxy.forwarded() - before;
      assertThat(share.list(SharePath.ROOT))
          .extracting(ContentShare.Entry::name)
          .containsExactly("md4ws.msi");
      assertThat(again * 100 / size).as("percent, %d bytes", again).isLessThanOrEqualTo(15);
    }
  }

  /** The server lets go of what a cut connection held once it notices, which takes it a moment. */
  private List<String> publishedAgain(ContentShare share) {
    for (int attempt = 1; ; attempt++) {
      try {
        return folder(share).publish(VERSION, TransferProgress.SILENT);
      } catch (ContentShareException failure) {
        if (failure.kind() != Kind.HELD || attempt == MOST_ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  @Test
  void publishingAgainAfterACutDoesNotSendWhatIsProven() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      proxy.cutAfter(3 << 20);
      assertThat(failure(() -> folder(share).publish(VERSION, TransferProgress.SILENT)).kind())
          .isEqualTo(Kind.GONE);
      assertThat(folder(share).observe("v1")).isInstanceOf(VersionState.Incomplete.class);
      assertThat(publishedAgain(share)).containsExactly("md4ws.msi");
      assertThat(folder(share).prove("v1")).isEqualTo(new VersionState.Complete(VERSION.marker()));
      long before = proxy.forwarded();
      assertThat(folder(share).publish(VERSION, TransferProgress.SILENT)).isEmpty();
      assertThat(proxy.forwarded() - before).isLessThan(1 << 16);
    }
  }

  @Test
  void aServerThatMakesUsAGuestIsRefusedBecauseGuestsDoNotSign() throws Exception {
    var settings =
        settings()
            .withGlobal("map to guest = Bad User")
            .withGlobal("server signing = disabled")
            .withShare("guest ok = yes")
            .withShare("valid users =");
    try (SambaServer server = Samba.start(settings);
        ContentShare share =
            connect(
                Samba.address(server, server.port()),
                new ShareAccount.Ntlm("", "nobody-of-that-name", "any"))) {
      assertThat(failure(() -> share.list(SharePath.ROOT)).kind()).isEqualTo(Kind.LOGON_FAILED);
    }
  }

  @Test
  void aReadOnlyShareIsSaidSoAndCanStillBeRead() throws Exception {
    try (SambaServer server = Samba.start(settings().withShare("read only = yes"));
        ContentShare share = share(server)) {
      Files.writeString(server.folder().resolve("there"), "x");
      assertThat(share.digest(SharePath.of("there"))).isNotNull();
      assertThat(failure(put(share)).kind()).isIn(Kind.READ_ONLY, Kind.ACCESS_DENIED);
    }
  }

  @Test
  void aFullShareShowsNoHalfVersionAndIsSaidSo() throws Exception {
    try (SambaServer server = Samba.start(settings());
        SmallMount _ = SmallMount.at(server.folder(), "size=4m,mode=777");
        ContentShare share = share(server)) {
      ContentShareException failure =
          failure(() -> folder(share).publish(VERSION, TransferProgress.SILENT));
      assertThat(failure.diagnostic())
          .hasToString(
              "Garrison can't write \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage/garrison/v1/md4ws.msi.part\": the share is full. Free up space on the share, and run the command again. Complete files aren't sent again. [CONTENT_SHARE_FULL GAR-0303]");
      assertThat(folder(share).observe("v1"))
          .isInstanceOfSatisfying(
              VersionState.Incomplete.class,
              found -> assertThat(found.names()).containsExactly("install.ps1"));
    }
  }

  @Test
  void aServerThatStopsIsGoneAndOneThatNeverAnsweredIsUnreachable() throws Exception {
    try (SambaServer server = Samba.start(settings());
        ContentShare share = share(server);
        ContentShare late = share(server)) {
      assertThat(share.list(SharePath.ROOT)).isEmpty();
      server.stop();
      assertThat(failure(put(share)).kind()).isEqualTo(Kind.GONE);
      ContentShareException failure = failure(put(late));
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.diagnostic().toString())
          .startsWith(
              "Garrison can't access \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage/md4ws.msi\": the server doesn't respond (")
          .endsWith(
              "). Check the host name, the port (default: 445), and the firewalls in between. [CONTENT_SHARE_UNREACHABLE GAR-0307]");
    }
  }

  @Test
  void aServerThatSpeaksOnlyOldSmbIsRefused() throws Exception {
    var settings =
        settings()
            .withGlobal("server min protocol = NT1")
            .withGlobal("server max protocol = SMB2_02")
            .withGlobal("server smb encrypt = off");
    try (SambaServer server = Samba.start(settings);
        ContentShare share = share(server)) {
      assertThat(failure(() -> share.list(SharePath.ROOT)).diagnostic())
          .hasToString(
              "Garrison can't list \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage\": the server supports no SMB version from 2.1 to 3.1.1. Turn on SMB 2.1 or later on the server. Garrison never uses SMB 1 and 2.0. [CONTENT_PROTOCOL_TOO_OLD GAR-0317]");
    }
  }

  @Test
  void oneAlteredByteInAReplyPublishesNothing() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      assertThat(share.list(SharePath.ROOT)).isEmpty();
      proxy.alterOneReply();
      ContentShareException failure = failure(put(share));
      assertThat(proxy.altered()).isTrue();
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(afterAnAlteredReply());
      assertThat(share.find(SharePath.of("md4ws.msi"))).isEmpty();
      share.put(SharePath.ROOT, LARGE, TransferProgress.SILENT);
      assertThat(share.digest(SharePath.of("md4ws.msi"))).isEqualTo(LARGE.file().sha256());
    }
  }

  /** What the adapter makes of an answer whose signature or seal does not fit. */
  protected abstract Kind afterAnAlteredReply();

  @Test
  void oneAlteredByteInARequestLeavesNothingVisible() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      assertThat(share.list(SharePath.ROOT)).isEmpty();
      proxy.alterRequestAfter(1 << 20);
      assertThat(failure(put(share))).isNotNull();
      assertThat(proxy.altered()).isTrue();
      assertThat(share.find(SharePath.of("md4ws.msi"))).isEmpty();
    }
  }

  @Test
  void aHoldIsTakenAgainWhenOnlyTheConnectionWasLost() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server));
        ContentShare other = share(server)) {
      SharePath lease = SharePath.of("lease");
      try (ContentShare.Hold hold = share.hold(lease, "anna@host1")) {
        proxy.cut();
        hold.renew();
        assertThat(failure(() -> other.hold(lease, "bert@host2")).getMessage())
            .contains("held by anna@host1");
      }
    }
  }

  @Test
  void aHoldThatSomebodyElseTookMeanwhileIsLost() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server));
        ContentShare other = share(server)) {
      SharePath lease = SharePath.of("lease");
      try (ContentShare.Hold hold = share.hold(lease, "anna@host1")) {
        proxy.cut();
        try (ContentShare.Hold _ = other.hold(lease, "bert@host2")) {
          assertThat(failure(hold::renew).kind()).isEqualTo(Kind.HELD);
        }
      }
    }
  }

  @Test
  void aShareOfAnotherNameIsNotThere() throws IOException, InterruptedException {
    try (SambaServer server = Samba.start(settings());
        ContentShare share =
            connect(
                new ShareAddress.Smb(server.host(), server.port(), "other", SharePath.ROOT),
                Samba.account(server))) {
      assertThat(failure(() -> share.list(SharePath.ROOT)).kind()).isEqualTo(Kind.NOT_FOUND);
    }
  }
}
