package dev.garrison.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Publication;
import dev.garrison.language.Language;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CatalogViewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static SnapshotHead head(String server, Optional<Instant> synchronised) {
    return new SnapshotHead(
        SnapshotHead.FORMAT,
        server,
        new UUID(1, 2),
        "10.0.20348.1",
        synchronised,
        List.of("5005292"),
        3);
  }

  private static SnapshotUpdate update(long id, Publication publication) {
    return new SnapshotUpdate(
        new UUID(0, id),
        200,
        List.of("5005292"),
        "Update for the sensor",
        NOW,
        publication,
        false,
        true);
  }

  @Test
  void aComparisonIsShownInJapanese() {
    StringWriter text = new StringWriter();
    CatalogListener view = new CatalogView(new PrintWriter(text), ZoneOffset.UTC);
    boolean differs =
        Language.JAPANESE.<Boolean, RuntimeException>during(() -> {
          view.begin(head("a:8530", Optional.of(NOW)), head("b:8531", Optional.empty()));
          view.differs(new CatalogDifference.Missing(update(1, Publication.EXPIRED)));
          view.differs(new CatalogDifference.Additional(update(2, Publication.PUBLISHED)));
          return view.end();
        });
    assertThat(differs).isTrue();
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            1 つ目  a:8530、WSUS 10.0.20348.1、2026-11-24 21:00 UTC に同期、KB5005292 の更新プログラム 3 件
            2 つ目  b:8531、WSUS 10.0.20348.1、31 日間同期なし、KB5005292 の更新プログラム 3 件

              不足        Update for the sensor
                          00000000-0000-0000-0000-000000000001/200: 期限切れ、拒否済み
              追加        Update for the sensor
                          00000000-0000-0000-0000-000000000002/200: 拒否済み

              2 つ目に不足: 1 件、2 つ目に追加: 1 件、状態が異なる: 0 件
            """);
  }
}
