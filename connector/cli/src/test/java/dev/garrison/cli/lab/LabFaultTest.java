package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults as they are typed and sent. */
final class LabFaultTest {
  private static final LabFault.Converter OPTION = new LabFault.Converter();

  @Test
  void aNameWithSpacesIsQuotedOnTheWay() {
    LabFault fault = new LabFault(LabFaultKind.INSTALL, List.of("FS01", "Pilot servers"));
    assertThat(fault.text()).isEqualTo("install FS01 \"Pilot servers\"");
    assertThat(LabFault.of(fault.text())).isEqualTo(fault);
  }

  @Test
  void theOptionTakesNamesAfterTheKind() {
    assertThat(OPTION.convert("install=FS01, Pilot servers"))
        .isEqualTo(new LabFault(LabFaultKind.INSTALL, List.of("FS01", "Pilot servers")));
    assertThat(OPTION.convert("wsus-sync"))
        .isEqualTo(new LabFault(LabFaultKind.WSUS_SYNC, List.of()));
  }

  @Test
  void theOptionIsComplete() {
    assertThatThrownBy(() -> OPTION.convert("offline="))
        .hasMessage(
            "The fault \"offline\" requires names of servers or collections, for example FS01.");
    assertThatThrownBy(() -> OPTION.convert("clock=FS01"))
        .hasMessage("The fault \"clock\" takes no names.");
  }

  @Test
  void aTextWithoutAKindIsRefused() {
    assertThatThrownBy(() -> LabFault.of(" ")).hasMessageStartingWith("\"\" isn't one of install,");
  }
}
