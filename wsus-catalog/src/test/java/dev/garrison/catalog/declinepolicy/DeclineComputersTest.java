package dev.garrison.catalog.declinepolicy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What computers reported, and what they would be left with. */
final class DeclineComputersTest extends SupersededSensor {
  @ParameterizedTest
  @EnumSource(
      value = InstallationState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "NOT_APPLICABLE"})
  void aComputerThatCanOnlyHaveTheOlderKeepsIt(InstallationState state) {
    computers.add(report("c", PILOT, state, InstallationState.NOT_APPLICABLE));
    kept(KeepReason.STILL_NEEDED, NEWER + "is not applicable to c, to which this one is");
  }

  @Test
  void aComputerOfAnotherGroupKeepsItToo() {
    computers.add(
        report("c", ALL, InstallationState.NOT_INSTALLED, InstallationState.NOT_APPLICABLE));
    kept(KeepReason.STILL_NEEDED, NEWER + "is not applicable to c, to which this one is");
  }

  @ParameterizedTest
  @EnumSource(
      value = InstallationState.class,
      names = {"NOT_INSTALLED", "DOWNLOADED", "FAILED"})
  void aComputerForWhichNothingIsApprovedKeepsWhatItCouldInstall(InstallationState state) {
    computers.add(report("c", ALL, state, InstallationState.NOT_INSTALLED));
    kept(
        KeepReason.STILL_NEEDED,
        NEWER + "is not surely installed for c, which could still install this one");
  }

  @ParameterizedTest
  @EnumSource(
      value = InstallationState.class,
      names = {"INSTALLED", "INSTALLED_PENDING_REBOOT"})
  void aComputerForWhichNothingIsApprovedDoesNotKeepWhatItHas(InstallationState state) {
    computers.add(report("c", ALL, state, InstallationState.NOT_INSTALLED));
    allowed();
  }

  @Test
  void aComputerThatWillGetTheNewerDoesNotKeepIt() {
    computers.add(
        report("c", PILOT, InstallationState.NOT_INSTALLED, InstallationState.NOT_INSTALLED));
    allowed();
  }

  @Test
  void aComputerWithoutTheSensorDoesNotKeepIt() {
    computers.add(
        report("c", PILOT, InstallationState.NOT_APPLICABLE, InstallationState.NOT_APPLICABLE));
    allowed();
  }

  @Test
  void aSilentComputerOfItsGroupsKeepsIt() {
    computers.add(new ComputerReport("c", Set.of(PILOT), Map.of()));
    kept(KeepReason.STATE_UNKNOWN, NEWER + "these have not reported on both: c");
  }

  @Test
  void aSilentComputerElsewhereDoesNotKeepIt() {
    computers.add(new ComputerReport("c", Set.of(ALL), Map.of()));
    allowed();
  }

  @Test
  void withoutAnyReportItIsKept() {
    computers.clear();
    kept(KeepReason.NOBODY_REPORTED, NEWER + "no computer has reported");
  }

  @Test
  void withoutAReportOfItsGroupsItIsKept() {
    computers.clear();
    computers.add(report("c", ALL, InstallationState.NOT_APPLICABLE, InstallationState.INSTALLED));
    kept(KeepReason.NOBODY_REPORTED, NEWER + "no computer has reported");
  }
}
