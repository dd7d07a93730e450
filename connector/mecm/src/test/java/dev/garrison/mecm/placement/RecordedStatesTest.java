package dev.garrison.mecm.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.resource.Address;
import dev.garrison.json.JsonException;
import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final ConsoleFolder FOLDER =
      new ConsoleFolder(ConsoleObject.COLLECTION, "Defender for Endpoint");
  private static final FolderPlacement PLACEMENT =
      new FolderPlacement(new Address("application", "MDE 2016"), "Security/Defender for Endpoint");
  private static final ScopeMembership MEMBERSHIP =
      new ScopeMembership(new Address("application", "MDE 2016"), Set.of("Servers", "Default"));

  private static final RecordedStates<ConsoleFolder> FOLDERS =
      RecordedStates.of(
          RecordedStatesTest.class, ConsoleFolder.KIND, RecordedConsoleFolder.FORM, 1);
  private static final RecordedStates<FolderPlacement> PLACEMENTS =
      RecordedStates.of(
          RecordedStatesTest.class, FolderPlacement.KIND, RecordedFolderPlacement.FORM, 1);
  private static final RecordedStates<ScopeMembership> MEMBERSHIPS =
      RecordedStates.of(
          RecordedStatesTest.class, ScopeMembership.KIND, RecordedScopeMembership.FORM, 1);

  @Test
  void aFolderOfTheFirstFormIsReadAsItWas() {
    assertThat(FOLDERS.read()).containsExactly(FOLDER);
  }

  @Test
  void aFolderIsWrittenAsItWas() {
    assertThat(FOLDERS.written(List.of(FOLDER))).isEqualTo(FOLDERS.lines());
  }

  @Test
  void aPlacementOfTheFirstFormIsReadAsItWas() {
    assertThat(PLACEMENTS.read()).containsExactly(PLACEMENT);
  }

  @Test
  void aPlacementIsWrittenAsItWas() {
    assertThat(PLACEMENTS.written(List.of(PLACEMENT))).isEqualTo(PLACEMENTS.lines());
  }

  @Test
  void aMembershipOfTheFirstFormIsReadAsItWas() {
    assertThat(MEMBERSHIPS.read()).containsExactly(MEMBERSHIP);
  }

  @Test
  void aMembershipIsWrittenAsItWas() {
    assertThat(MEMBERSHIPS.written(List.of(MEMBERSHIP))).isEqualTo(MEMBERSHIPS.lines());
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(
            () -> PLACEMENTS.read(PLACEMENTS.lines().getFirst().replace("MDE 2016", " ")))
        .isInstanceOf(JsonException.class)
        .hasMessage("it is no state of the kind");
  }
}
