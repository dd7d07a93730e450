package dev.garrison.mecm.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollupRecipeTest {
  private static final UpdatePackage BASE =
      update("Configuration Manager 2107", "5.00.9058.1012", UpdatePackage.INSTALLED);

  private static UpdatePackage update(String name, String client, long state) {
    return new UpdatePackage("guid", name, SiteVersion.parse(client), state);
  }

  private static RollupState decide(UpdatePackage... current) {
    return RollupRecipe.decide(Optional.of(List.of(current)), Optional.of(List.of(BASE)));
  }

  @Test
  void theRollupsNameProvesIt() {
    assertThat(decide(update("KB11121541", "", UpdatePackage.INSTALLED)))
        .isEqualTo(RollupState.INSTALLED);
  }

  @Test
  void aLaterUpdateThatRequiresItProvesIt() {
    assertThat(decide(update("Hotfix (KB12636660)", "", UpdatePackage.INSTALLED)))
        .isEqualTo(RollupState.INSTALLED);
  }

  @Test
  void theClientItBringsProvesIt() {
    assertThat(decide(update("renamed", "5.0.9058.1043", UpdatePackage.INSTALLED)))
        .isEqualTo(RollupState.INSTALLED);
  }

  @Test
  void anEarlierClientProvesNothing() {
    assertThat(decide(update("renamed", "5.00.9058.1018", UpdatePackage.INSTALLED)))
        .isEqualTo(RollupState.ABSENT);
  }

  @Test
  void aClientOfAnotherReleaseProvesNothing() {
    assertThat(decide(update("2111", "5.00.9068.1005", UpdatePackage.INSTALLED)))
        .isEqualTo(RollupState.ABSENT);
  }

  @Test
  void anUpdateThatIsNotInstalledProvesNothing() {
    assertThat(decide(update("KB11121541", "5.00.9058.1043", 0x30001)))
        .isEqualTo(RollupState.ABSENT);
  }

  @Test
  void theHistoryAloneIsEnoughToProveIt() {
    UpdatePackage rollup = update("KB11121541", "", UpdatePackage.INSTALLED);
    assertThat(RollupRecipe.decide(Optional.empty(), Optional.of(List.of(rollup))))
        .isEqualTo(RollupState.INSTALLED);
  }

  @Test
  void aListThatCannotBeReadLeavesItUnknown() {
    assertThat(RollupRecipe.decide(Optional.of(List.of(BASE)), Optional.empty()))
        .isEqualTo(RollupState.UNKNOWN);
    assertThat(RollupRecipe.decide(Optional.empty(), Optional.of(List.of(BASE))))
        .isEqualTo(RollupState.UNKNOWN);
  }

  @Test
  void noRowsAtAllLeaveItUnknown() {
    assertThat(RollupRecipe.decide(Optional.of(List.of()), Optional.of(List.of())))
        .isEqualTo(RollupState.UNKNOWN);
  }
}
