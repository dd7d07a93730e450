package dev.garrison.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FactsTest {
  private record Inner(String name, int size) {}

  private record Outer(
      String title, Inner inner, List<String> lines, Set<Inner> parts, Optional<String> note) {}

  private final Outer outer =
      new Outer(
          "t", new Inner("n", 3), List.of("x", "y"), Set.of(new Inner("p", 1)), Optional.empty());

  @Test
  void aRecordIsLaidOutByPath() {
    assertThat(Facts.of(outer).values())
        .isEqualTo(
            Map.of(
                "title", "t",
                "inner.name", "n",
                "inner.size", "3",
                "lines[1]", "x",
                "lines[2]", "y",
                "parts{name=p, size=1}", "present"));
  }

  @Test
  void theOrderOfASetMakesNoDifference() {
    record Tags(Set<String> tags) {}
    assertThat(
            Facts.between(
                Facts.of(new Tags(Set.of("a", "b"))), Facts.of(new Tags(Set.of("b", "a")))))
        .isEmpty();
  }

  @Test
  void anAddedValueHasNoBefore() {
    Outer noted = new Outer("t", outer.inner(), outer.lines(), outer.parts(), Optional.of("hi"));
    assertThat(Facts.between(Facts.of(outer), Facts.of(noted)))
        .containsExactly(new Difference("note", Optional.empty(), Optional.of("hi")));
  }

  @Test
  void aLineBreakCannotForgeAnotherFact() {
    record Text(String text) {}
    assertThat(Facts.of(new Text("a\nb=c")).canonical()).isEqualTo("text=a\\nb=c");
  }
}
