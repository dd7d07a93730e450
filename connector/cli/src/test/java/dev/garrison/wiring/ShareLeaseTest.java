package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Language;
import dev.garrison.session.Lease;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import org.junit.jupiter.api.Test;

/** One writer at a time on a site, and none that has lost its lease. */
final class ShareLeaseTest {
  private static final String LOST =
      " When the share is available and no other process writes to the site, run the same command again. Garrison reads the site first and continues. Nothing was written after the loss. [LEASE_LOST GAR-0743]";

  private final FakeShare share = new FakeShare();
  private final Lease lease = new ShareLease(share, "ps1");
  private final Lease other = new ShareLease(share.other(), "PS1");

  @Test
  void aSecondWriterOfOneSiteIsRefused() {
    try (Lease.Held _ = lease.take("anna on host1")) {
      assertThatThrownBy(() -> other.take("bert on host2"))
          .isInstanceOf(RefusalException.class)
          .hasMessage(
              "The site is locked by another Garrison process: Garrison can't lock \"fake:/.garrison-lease-PS1\": another process is writing there (held by anna on host1). Wait until that process ends. The lock is then released automatically. [LEASE_HELD GAR-0733]");
      try (Lease.Held _ = new ShareLease(share, "PS2").take("bert on host2")) {
        assertThat(share.names("")).containsExactly(".garrison-lease-PS1", ".garrison-lease-PS2");
      }
    }
    other.take("bert on host2").close();
  }

  @Test
  void aReaderOfJapaneseIsToldInJapaneseWhoHoldsIt() {
    try (Lease.Held _ = lease.take("anna on host1")) {
      assertThatThrownBy(() -> other.take("bert on host2"))
          .isInstanceOfSatisfying(
              RefusalException.class,
              refused ->
                  assertThat(refused.diagnostics())
                      .extracting(each -> each.message().problem().in(Language.JAPANESE))
                      .containsExactly(
                          "サイトは別の Garrison プロセスによってロックされています: 「fake:/.garrison-lease-PS1」をロックできません: 別のプロセスが書き込み中です (ロックの所有者: anna on host1)。"));
    }
  }

  @Test
  void aShareThatFailsGivesNoLease() {
    share.failOn("hold .garrison-lease-PS1", Kind.READ_ONLY);
    assertThatThrownBy(() -> lease.take("anna on host1"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Garrison can't lock \"fake:/.garrison-lease-PS1\": the share is read-only. Publish to a share that the publishing account can change. [CONTENT_SHARE_READ_ONLY GAR-0304]");
  }

  @Test
  void aLeaseThatSomebodyElseTookIsLost() {
    try (Lease.Held held = lease.take("anna on host1")) {
      held.renew();
      share.loseHolds();
      held.renew();
      share.loseHolds();
      try (Lease.Held _ = other.take("bert on host2")) {
        assertThatThrownBy(held::renew)
            .isInstanceOf(RefusalException.class)
            .hasMessage(
                "The lock on this site was lost: Garrison can't lock \"fake:/.garrison-lease-PS1\": another process is writing there (held by bert on host2)."
                    + LOST);
      }
    }
  }

  @Test
  void aLeaseWhoseFileIsGoneIsLost() {
    try (Lease.Held held = lease.take("anna on host1")) {
      share.erase(".garrison-lease-PS1");
      assertThatThrownBy(held::renew)
          .hasMessage(
              "The lock on this site was lost: Garrison can't lock \"fake:/.garrison-lease-PS1\": the share became unavailable."
                  + LOST);
    }
  }
}
