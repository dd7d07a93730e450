package dev.garrison.wsus.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.Publication;
import dev.garrison.diagnostic.RefusalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What two catalogues differ in. */
final class CatalogDifferenceTest {
  private static SnapshotUpdate update(int id) {
    return update(id, 200, Publication.PUBLISHED, false, false);
  }

  private static SnapshotUpdate update(
      int id, int revision, Publication publication, boolean superseded, boolean declined) {
    return new SnapshotUpdate(
        new UUID(0, id),
        revision,
        List.of("5005292"),
        "title " + id,
        Instant.EPOCH,
        publication,
        superseded,
        declined);
  }

  private static Snapshot of(String article, SnapshotUpdate... updates) {
    return new TakenSnapshot(
        new SnapshotHead(
            SnapshotHead.FORMAT,
            "wsus01",
            new UUID(0, 0),
            "10.0",
            Optional.empty(),
            List.of(article),
            updates.length),
        List.of(updates));
  }

  private static List<CatalogDifference> between(Snapshot first, Snapshot second) {
    List<CatalogDifference> found = new ArrayList<>();
    CatalogDifference.between(first, second, found::add);
    return found;
  }

  @Test
  void theSameCataloguesDoNotDiffer() {
    Snapshot one = of("5005292", update(1), update(2));
    assertThat(between(one, one)).isEmpty();
  }

  @Test
  void whatOnlyOneHasIsMissingOrAdditional() {
    assertThat(
            between(
                of("5005292", update(1), update(3), update(4)),
                of("5005292", update(2), update(3), update(5))))
        .containsExactly(
            new CatalogDifference.Missing(update(1)),
            new CatalogDifference.Additional(update(2)),
            new CatalogDifference.Missing(update(4)),
            new CatalogDifference.Additional(update(5)));
  }

  @Test
  void anEmptyCatalogueLacksEverything() {
    assertThat(between(of("5005292", update(1)), of("5005292")))
        .containsExactly(new CatalogDifference.Missing(update(1)));
  }

  @Test
  void eachWayToDifferIsNamed() {
    SnapshotUpdate one = update(1, 201, Publication.PUBLISHED, true, false);
    SnapshotUpdate other = update(1, 200, Publication.EXPIRED, false, true);
    assertThat(between(of("5005292", one), of("5005292", other)))
        .containsExactly(
            new CatalogDifference.Other(
                one,
                other,
                List.of(
                    "revision 201, second 200",
                    "published, second expired",
                    "superseded, second not",
                    "not declined, second is")));
  }

  @Test
  void cataloguesOfOtherArticlesAreNotCompared() {
    assertThatThrownBy(() -> between(of("5005292"), of("4052623")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The first snapshot is of KB5005292, but the second is of KB4052623. Export both snapshots with \"--neighbors\", or both without. [SNAPSHOTS_OF_OTHER_ARTICLES GAR-0989]");
  }
}
