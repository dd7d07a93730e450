package dev.garrison.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.declinepolicy.ComputerReport;
import dev.garrison.catalog.declinepolicy.InstallationState;
import dev.garrison.catalog.declinepolicy.Situation;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sample.Draft;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the catalogue's values are named, ordered, compared and refused. */
final class ValuesTest {
  private static final UUID ALL = Draft.id(10);
  private static final UUID GONE = Draft.id(99);

  private static SensorUpdate sensor(String family, String channel) {
    return new SensorUpdate(
        new ReleaseLine(new Family(family), new Channel(channel)),
        SensorVersion.parse("10.8760.27617.1006").orElseThrow(),
        Draft.sensor(1, "1006").update());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', unified agent 10.8760.27617.1006",
    "'', Staged, 'unified agent, Staged 10.8760.27617.1006'",
    "Windows 10/11, '', Windows 10/11 10.8760.27617.1006",
    "Windows 10/11, Staged, 'Windows 10/11, Staged 10.8760.27617.1006'"
  })
  void anUpdateOfTheSensorIsNamedByItsLineAndVersion(String family, String channel, String named) {
    assertThat(sensor(family, channel).named()).isEqualTo(named);
  }

  @Test
  void linesAreInTheOrderOfFamiliesAndThenOfChannels() {
    assertThat(
            Stream.of("b/x", "a/z", "/y", "a/", "a/x")
                .map(text -> text.split("/", -1))
                .map(parts -> new ReleaseLine(new Family(parts[0]), new Channel(parts[1])))
                .sorted()
                .map(ReleaseLine::toString)
                .toList())
        .containsExactly("unified agent, y", "a, no channel", "a, x", "a, z", "b, x");
  }

  @Test
  void categoriesAreInTheOrderOfKindsIdsAndTitles() {
    Category company = new Category(Category.Kind.COMPANY, Draft.id(9), "z");
    Category first = new Category(Category.Kind.PRODUCT, Draft.id(1), "b");
    Category titled = new Category(Category.Kind.PRODUCT, Draft.id(1), "a");
    Category second = new Category(Category.Kind.PRODUCT, Draft.id(2), "a");
    assertThat(Stream.of(second, first, titled, company).sorted())
        .containsExactly(company, titled, first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "Pilot servers, true",
    "PILOT SERVERS, true",
    "00000000-0000-0000-0000-00000000000a, true",
    "00000000-0000-0000-0000-00000000000A, true",
    "Pilot, false",
    "00000000-0000-0000-0000-00000000000b, false"
  })
  void aGroupIsMeantByItsNameOrItsIdInAnyCase(String said, boolean meant) {
    assertThat(new TargetGroup(ALL, "Pilot servers", Optional.empty()).isCalled(said))
        .isEqualTo(meant);
  }

  @Test
  void theNumbersOfAnEnumEndWithIt() {
    assertThat(Arrays.stream(ApprovalAction.values()))
        .containsExactlyElementsOf(
            IntStream.range(0, ApprovalAction.values().length)
                .mapToObj(ApprovalAction::ofNumber)
                .toList());
    assertThat(ApprovalAction.ofNumber(ApprovalAction.values().length))
        .isEqualTo(ApprovalAction.UNKNOWN);
    assertThat(InstallationState.ofNumber(InstallationState.values().length))
        .isEqualTo(InstallationState.UNKNOWN);
  }

  @Test
  void anApprovalForAGroupThatIsNotThereIsRefused() {
    Approval approval = new Approval(GONE, ApprovalAction.INSTALL, true, Instant.EPOCH);
    assertThatThrownBy(() -> situation(Map.of(Draft.id(1), List.of(approval)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no group with the id " + GONE);
  }

  @Test
  void aComputerInAGroupThatIsNotThereIsRefused() {
    ComputerReport computer = new ComputerReport("srv01", Set.of(GONE), Map.of());
    assertThatThrownBy(() -> situation(Map.of(), List.of(computer)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no group with the id " + GONE);
  }

  private static Situation situation(
      Map<UUID, List<Approval>> approvals, List<ComputerReport> computers) {
    return new Situation(
        List.of(),
        Supersedence.NONE_KNOWN,
        GroupTree.of(List.of(new TargetGroup(ALL, "All Computers", Optional.empty()))),
        approvals,
        computers);
  }

  @Test
  void supersedenceIsWhatIsNamedAndNothingElse() {
    Supersedence one = Supersedence.of(Map.of(Draft.id(2), List.of(Draft.id(1))));
    Supersedence same = Supersedence.of(Map.of(Draft.id(2), Set.of(Draft.id(1), Draft.id(2))));
    Supersedence other = Supersedence.of(Map.of(Draft.id(3), List.of(Draft.id(1))));
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    assertThat(one).isNotEqualTo(Map.of(Draft.id(2), Set.of(Draft.id(1))));
    assertThat(one.hashCode()).isNotEqualTo(Supersedence.NONE_KNOWN.hashCode());
    assertThat(one)
        .hasToString(
            "{00000000-0000-0000-0000-000000000002=[00000000-0000-0000-0000-000000000001]}");
  }

  @Test
  void versionsThatDifferRarelyShareAHashCode() {
    assertThat(
            Stream.of("1.0", "2.0", "1.1", "1.2", "1.0.1", "1.0.0.1")
                .map(text -> SensorVersion.parse(text).orElseThrow().hashCode())
                .collect(Collectors.toSet()))
        .hasSize(6);
  }
}
