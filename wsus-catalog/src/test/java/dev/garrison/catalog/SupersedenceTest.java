package dev.garrison.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sample.Draft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SupersedenceTest {
  private static UUID id(int number) {
    return Draft.id(number);
  }

  private static Supersedence named(int newer, int... older) {
    return Supersedence.of(Map.of(id(newer), IntStream.of(older).mapToObj(Draft::id).toList()));
  }

  @Test
  void anUpdateReplacesThoseThatItNames() {
    assertThat(named(3, 1, 2).replaces(id(3), id(1))).isTrue();
    assertThat(named(3, 1, 2).replaces(id(1), id(3))).isFalse();
  }

  /** As in published metadata: each names the ten before it. */
  @Test
  void aWindowOfTenReachesAllByTheChain() {
    Map<UUID, List<UUID>> named = new TreeMap<>();
    for (int newer = 1; newer <= 25; newer++) {
      named.put(
          id(newer), IntStream.range(Math.max(0, newer - 10), newer).mapToObj(Draft::id).toList());
    }
    Supersedence graph = Supersedence.of(named);
    assertThat(graph.namedBy(id(25))).hasSize(10).doesNotContain(id(14));
    assertThat(graph.chain(id(25), id(0)).orElseThrow())
        .hasSize(4)
        .startsWith(id(25))
        .endsWith(id(0));
  }

  @Test
  void whereTheOnesBetweenAreMissingNothingIsConcluded() {
    Supersedence graph = Supersedence.of(Map.of(id(25), List.of(id(15)), id(14), List.of(id(4))));
    assertThat(graph.replaces(id(25), id(4))).isFalse();
    assertThat(graph.replaces(id(25), id(14))).isFalse();
  }

  @Test
  void theChainIsTheShortest() {
    Supersedence graph =
        Supersedence.of(
            Map.of(id(4), List.of(id(3), id(2)), id(3), List.of(id(2)), id(2), List.of(id(1))));
    assertThat(graph.chain(id(4), id(1))).contains(List.of(id(4), id(2), id(1)));
  }

  @Test
  void aCircleEndsAndReplacesNobodyByItself() {
    Supersedence graph = Supersedence.of(Map.of(id(1), List.of(id(2)), id(2), List.of(id(1))));
    assertThat(graph.replaces(id(1), id(2))).isTrue();
    assertThat(graph.replaces(id(2), id(1))).isTrue();
    assertThat(graph.replaces(id(1), id(1))).isFalse();
    assertThat(graph.replaces(id(1), id(3))).isFalse();
  }

  @Test
  void anUpdateThatNamesItselfIsNotBelieved() {
    assertThat(named(1, 1, 2).namedBy(id(1))).containsExactly(id(2));
  }
}
