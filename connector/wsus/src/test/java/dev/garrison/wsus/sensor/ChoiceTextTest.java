package dev.garrison.wsus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.approvalpolicy.Absence;
import dev.garrison.catalog.approvalpolicy.Conflict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChoiceTextTest {
  @ParameterizedTest
  @EnumSource(Absence.class)
  void anAbsenceIsInTheWordsOfTheCatalog(Absence absence) {
    assertThat(ChoiceText.of(absence)).hasToString(absence.words());
  }

  @ParameterizedTest
  @EnumSource(Conflict.class)
  void aConflictIsInTheWordsOfTheCatalog(Conflict conflict) {
    assertThat(ChoiceText.of(conflict)).hasToString(conflict.words());
  }
}
