package dev.garrison.mecm.softwareupdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.StandInSite;
import dev.garrison.servers.RawSite;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An address is bounded by what it is when it is encoded: each Japanese letter takes nine places.
 */
final class ManyNamesIT {
  private static ServedRing ring(int number) {
    return new ServedRing(
        "ring" + number,
        "本番環境サーバーの展開リング第%02d番グループ東京".formatted(number),
        "rule",
        3,
        new TreeSet<>(),
        Set.of());
  }

  @Test
  void collectionsOfManyJapaneseNamesAreFoundEachOnce() {
    try (StandInSite site = new StandInSite("sup");
        RawSite raw = new RawSite(site.lab().adminService())) {
      List<ServedRing> rings = IntStream.rangeClosed(1, 40).mapToObj(ManyNamesIT::ring).toList();
      rings.forEach(ring -> raw.collection(ring.collection(), "All Servers"));
      SiteUpdates read = new SiteUpdateReader(site.service()).read(rings);
      assertThat(read.collections()).hasSize(40);
      assertThat(read.collections().values()).allSatisfy(found -> assertThat(found).hasSize(1));
    }
  }
}
