package dev.garrison.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How each shape of a value is laid out, and that no two contents have one layout. */
final class FactsLayoutTest {
  private record Part(String name, Optional<Integer> size) {}

  private record Parts(Map<String, Part> byName) {}

  private record Tags(Set<String> tags) {}

  private record Lines(List<Part> lines) {}

  private record Text(String text, String more) {}

  @Test
  void aMapIsLaidOutByItsKeys() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("z", new Part("last", Optional.of(2)));
    parts.put("a", new Part("first", Optional.empty()));
    assertThat(Facts.of(new Parts(parts)).values().toString())
        .isEqualTo("{byName[a].name=first, byName[z].name=last, byName[z].size=2}");
  }

  @Test
  void anElementOfASetIsAFactOfItsOwn() {
    assertThat(
            Facts.between(
                Facts.of(new Tags(Set.of("a", "b"))), Facts.of(new Tags(Set.of("a", "c")))))
        .containsExactly(
            new Difference("tags{b}", Optional.of("present"), Optional.empty()),
            new Difference("tags{c}", Optional.empty(), Optional.of("present")));
  }

  @Test
  void theOrderOfAListMakesADifference() {
    Part one = new Part("1", Optional.empty());
    Part two = new Part("2", Optional.empty());
    assertThat(
            Facts.between(
                Facts.of(new Lines(List.of(one, two))), Facts.of(new Lines(List.of(two, one)))))
        .extracting(Difference::path)
        .containsExactly("lines[1].name", "lines[2].name");
  }

  @Test
  void anEmptyListLeavesNoFact() {
    assertThat(Facts.of(new Lines(List.of()))).isEqualTo(Facts.none());
  }

  @Test
  void whatHasGoneHasNoAfter() {
    assertThat(Facts.between(Facts.of(new Text("a", "b")), Facts.none()))
        .containsExactly(
            new Difference("more", Optional.of("b"), Optional.empty()),
            new Difference("text", Optional.of("a"), Optional.empty()));
  }

  @Test
  void eachFactIsALineInTheOrderOfPaths() {
    assertThat(Facts.of(new Text("a", "b")).canonical()).isEqualTo("more=b\ntext=a");
    assertThat(Facts.none().canonical()).isEmpty();
  }

  @Test
  void aWrittenBackslashIsNoLineBreak() {
    assertThat(Facts.of(new Text("a\\nb", "")).canonical())
        .isEqualTo("more=\ntext=a\\\\nb")
        .isNotEqualTo(Facts.of(new Text("a\nb", "")).canonical());
  }

  @Test
  void factsDoNotChangeWithTheMapTheyWereMadeFrom() {
    TreeMap<String, String> values = new TreeMap<>(Map.of("a", "1"));
    Facts facts = new Facts(values);
    values.put("b", "2");
    assertThat(facts.values()).containsOnlyKeys("a");
  }
}
