package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.secret.TrustedWindowsProgram.Place;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who could replace a program of Windows. The account that runs Garrison has the RID 1104. */
final class TrustedWindowsProgramTest {
  private static final Sid OWN = new Sid("S-1-5-21-1-2-3-1104");

  private static Optional<Diagnostic> objection(Place kind, String sddl) {
    return TrustedWindowsProgram.objection(
        Path.of("vault.exe"), Path.of("place"), kind, AccessList.parse(sddl), OWN);
  }

  /** The lists of Program Files, of C:\ and of a folder of our own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:P(A;;0x1f01ff;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;OICIIO;0x10000000;;;S-1-5-32-544)(A;;0x1200a9;;;S-1-5-32-545)(A;OICIIO;0x10000000;;;S-1-3-0)",
        "O:S-1-5-32-544D:(A;OICIIO;0x1301bf;;;S-1-5-11)(A;;0x1200a9;;;S-1-5-32-545)",
        "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-21-1-2-3-1104)",
        "O:S-1-5-18D:(D;;0x1f01ff;;;S-1-1-0)"
      })
  void whatOnlyWindowsAdministratorsAndWeCanChangeIsTrusted(String sddl) {
    assertThat(objection(Place.OWN, sddl)).isEmpty();
    assertThat(objection(Place.ABOVE, sddl)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0x40", "0x10000", "0x40000", "0x80000", "0x10000000", "0x1301bf", "0x1f01ff"})
  void whoeverCanExchangeWhatLiesInAFolderIsNotTrustedThereNorAbove(String mask) {
    String sddl = "O:S-1-5-18D:(A;;" + mask + ";;;S-1-5-11)";
    assertThat(objection(Place.OWN, sddl)).isPresent();
    assertThat(objection(Place.ABOVE, sddl)).isPresent();
  }

  /** On C:\ users may make folders; beside a program that would be a library to load. */
  @ParameterizedTest
  @ValueSource(strings = {"0x2", "0x4", "0x40000000"})
  void whoeverCanOnlyAddIsNotTrustedBesideTheProgram(String mask) {
    String sddl = "O:S-1-5-18D:(A;;" + mask + ";;;S-1-5-11)";
    assertThat(objection(Place.OWN, sddl)).isPresent();
    assertThat(objection(Place.ABOVE, sddl)).isEmpty();
  }

  @Test
  void whoeverCanChangeAPlaceIsNamed() {
    assertThat(objection(Place.ABOVE, "O:S-1-5-18D:(A;ID;0x1301bf;;;S-1-5-11)").orElseThrow())
        .hasToString(
            "The secret command vault.exe wasn't run: other accounts can change place (Authenticated Users (S-1-5-11): change). Keep the command below Program Files, or remove those permissions. To list them, run: icacls \"place\". [SECRET_COMMAND_UNSAFE GAR-0718]");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void whatAnotherAccountOwnsIsNotTrusted(Place kind) {
    assertThat(objection(kind, "O:S-1-5-21-1-2-3-1105D:P").orElseThrow())
        .hasToString(
            "The secret command vault.exe wasn't run: place belongs to S-1-5-21-1-2-3-1105, which is neither SYSTEM, Administrators, nor the account that runs Garrison. Run as an administrator: takeown /a /f \"place\". [SECRET_COMMAND_UNSAFE GAR-0718]");
  }

  @ParameterizedTest
  @CsvSource({"S-1-5-32-545, false", "S-1-5-32-544, true", "S-1-5-18, true"})
  void onlySomeGroupsAreTrusted(String sid, boolean trusted) {
    assertThat(objection(Place.OWN, "O:S-1-5-18D:(A;;0x1f01ff;;;" + sid + ")").isEmpty())
        .isEqualTo(trusted);
  }
}
