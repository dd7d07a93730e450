package dev.garrison.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read or write a file. The account that runs Garrison is 1000. */
final class PosixRightsTest {
  private static Optional<Exposure> exposure(long owner, String permissions) {
    return new PosixRights(owner, "mallory", PosixFilePermissions.fromString(permissions))
        .exposure(Path.of("/etc/garrison/password"), 1000);
  }

  @ParameterizedTest
  @CsvSource({"1000, rw-------", "0, rw-------", "1000, r--------", "0, rwx--x--x"})
  void oursAndRootsArePrivateWhileNobodyElseReadsOrWrites(long owner, String permissions) {
    assertThat(exposure(owner, permissions)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
  void oneThatOthersReadOrWriteIsOpen(String permissions) {
    assertThat(exposure(1000, permissions))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OPEN_TO_OTHERS, what="
                + "/etc/garrison/password is open to more than its owner ("
                + permissions
                + ")"
                + ", remedy="
                + "Run \"chmod 600 /etc/garrison/password\".]");
  }

  @ParameterizedTest
  @CsvSource({"rw-------", "rw-r--r--"})
  void oneOfAnotherAccountIsNotPrivateThoughItIsClosed(String permissions) {
    assertThat(exposure(1001, permissions))
        .map(Exposure::toString)
        .contains(
            "Exposure[kind=OWNED_BY_OTHERS, what="
                + "/etc/garrison/password belongs to mallory, which is neither root nor the account that runs Garrison"
                + ", remedy="
                + "Make root or the account that runs Garrison the owner of /etc/garrison/password.]");
  }
}
