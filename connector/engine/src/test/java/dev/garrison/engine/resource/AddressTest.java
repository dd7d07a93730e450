package dev.garrison.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
  private final Address pilot = new Address("collection", "MDE pilot - 2016");

  @Test
  void anAddressIsPrintedAsItIsRead() {
    assertThat(pilot).hasToString("collection/MDE pilot - 2016");
    assertThat(Address.parse("collection/MDE pilot - 2016")).isEqualTo(pilot);
  }

  @Test
  void theKindEndsAtTheFirstSlash() {
    assertThat(Address.parse("x/a/b/c")).isEqualTo(new Address("x", "a/b/c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "collection", "/name"})
  void aTextWithoutAKindIsNoAddress(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an address has the form kind/name, not '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "Collection, a",
    "1st, a",
    "-x, a",
    "client setting, a",
    "'', a",
    "collection, ''",
    "collection, ' '"
  })
  void aKindIsLowerCaseAndANameIsNotBlank(String kind, String name) {
    assertThatThrownBy(() -> new Address(kind, name))
        .hasMessage("not an address: " + kind + "/" + name);
  }

  @Test
  void theCaseOfANameMakesNoOtherObject() {
    Address shouted = new Address("collection", "MDE PILOT - 2016");
    assertThat(shouted).isEqualTo(pilot).hasSameHashCodeAs(pilot);
    assertThat(shouted.compareTo(pilot)).isZero();
    assertThat(new HashSet<>(List.of(pilot, shouted))).hasSize(1);
  }

  @Test
  void anotherNameOrKindIsAnotherObject() {
    assertThat(new Address("collection", "MDE pilot - 2019")).isNotEqualTo(pilot);
    assertThat(new Address("deployment", "MDE pilot - 2016")).isNotEqualTo(pilot);
    assertThat(pilot).isNotEqualTo("collection/MDE pilot - 2016");
    assertThat(
            Stream.of("a", "b", "c", "d", "e")
                .map(name -> new Address("collection", name).hashCode())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(1);
  }

  @Test
  void addressesAreInTheOrderOfKindsAndThenOfNames() {
    assertThat(Stream.of("b/a", "a/B", "a/c", "a/a").map(Address::parse).sorted().toList())
        .hasToString("[a/a, a/B, a/c, b/a]");
  }

  @Test
  void whatIsWantedComesAfterEverythingThatWasSaid() {
    Wanted<Line> wanted =
        new Wanted<Line>(pilot, new Desired.Absent<>("gone"), Set.of(new Address("a", "1")))
            .heldBecause("halted")
            .afterAlso(Set.of(new Address("a", "2")));
    assertThat(wanted)
        .isEqualTo(
            new Wanted<>(
                pilot,
                new Desired.Absent<>("gone"),
                Set.of(new Address("a", "1"), new Address("a", "2")),
                Optional.of("halted")));
  }

  private record Line(String text) {}
}
