package dev.garrison.share.jcifs;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.SambaCutContract;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/** jcifs-ng, cut at some places; with {@code -Dcampaign.full=true} at every one. */
@Tag("first")
final class SmbCutIT extends SambaCutContract {
  private static final int[] SOME = {1, STEPS / 4, STEPS / 2, STEPS};

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbShare(address, account, () -> false);
  }

  @Override
  protected IntStream cuts() {
    return Boolean.getBoolean("campaign.full")
        ? IntStream.rangeClosed(1, STEPS)
        : IntStream.of(SOME);
  }
}
