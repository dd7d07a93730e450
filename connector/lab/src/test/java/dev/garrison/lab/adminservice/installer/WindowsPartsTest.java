package dev.garrison.lab.adminservice.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.device.AntivirusTraits;
import dev.garrison.lab.device.Contact;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.InstallTraits;
import dev.garrison.lab.device.OperatingSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of Windows for which the script on a server looks. */
final class WindowsPartsTest {
  private static List<String> some(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    // system, passive, lacks, has, disabled, revision, exit code; 0 where the script goes on
    "SERVER_2012_R2, false, '',                  '',        '',        21820, 0",
    "SERVER_2012_R2, false, KB3080149,           '',        '',        21820, 20006",
    "SERVER_2012_R2, true,  KB2999226,           '',        '',        21820, 20006",
    "SERVER_2012_R2, false, KB3045999 KB2999226, KB5006714, '',        21820, 0",
    "SERVER_2016,    false, '',                  '',        '',        2515,  0",
    "SERVER_2016,    false, '',                  '',        '',        2514,  20006",
    "SERVER_2016,    true,  WinDefend,           '',        '',        2514,  20006",
    "SERVER_2016,    true,  WinDefend,           '',        '',        6709,  20007",
    "SERVER_2016,    true,  '',                  '',        WinDefend, 6709,  20007",
    "SERVER_2019,    false, '',                  '',        '',        5458,  0",
    "SERVER_2019,    false, WinDefend,           '',        '',        5458,  20007",
    "SERVER_2019,    false, '',                  '',        WinDefend, 5458,  20007",
    "SERVER_2019,    true,  WinDefend,           '',        '',        5458,  0",
    "SERVER_2019,    true,  '',                  '',        WinDefend, 5458,  0",
    "SERVER_2022,    true,  Sense,               '',        '',        2322,  20007",
  })
  void aServerIsRefusedForWhatItsWindowsLacks(
      OperatingSystem system,
      boolean passive,
      String lacks,
      String has,
      String disabled,
      int revision,
      int exitCode) {
    Device device =
        new Device(
            0,
            "SRV01",
            system,
            Optional.of("5.00.9141.1011"),
            List.of(),
            Optional.empty(),
            Contact.COMMON,
            InstallTraits.COMMON,
            AntivirusTraits.COMMON,
            Device.Condition.healthy(system)
                .with(some(has), some(lacks), some(disabled))
                .withRevision(revision),
            List.of());
    assertThat(WindowsParts.refusal(device, passive).orElse(0)).isEqualTo(exitCode);
  }
}
