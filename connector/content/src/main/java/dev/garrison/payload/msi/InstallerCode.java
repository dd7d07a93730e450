package dev.garrison.payload.msi;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.LocalDate;
import java.util.Optional;

/** Problems with the installation package. */
enum InstallerCode implements DiagnosticCode {
  INSTALLER_DAMAGED(411),
  INSTALLER_OF_ANOTHER_PRODUCT(412),
  INSTALLER_OF_ANOTHER_ARCHITECTURE(413),
  INSTALLER_WITHOUT_PLATFORM(414),
  INSTALLER_OLD(421),
  INSTALLER_NAMES_UNSIGNED(491);

  private static final Text AGAIN = Text.of("installer.download-again");

  private final int number;

  InstallerCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, Text how) {
    return Diagnostic.error(
        INSTALLER_DAMAGED,
        new Message(
            Text.of("package.damaged", "file", file, "reason", how),
            Text.of("installer.download-again-whole")));
  }

  static Diagnostic anotherProduct(String file, String product) {
    return Diagnostic.error(
        INSTALLER_OF_ANOTHER_PRODUCT,
        new Message(
            Text.of("installer.of-another-product", "file", file, "product", product), AGAIN));
  }

  static Diagnostic anotherArchitecture(String file, Optional<String> architecture) {
    return Diagnostic.error(
        INSTALLER_OF_ANOTHER_ARCHITECTURE,
        new Message(
            architecture
                .map(known ->
                    Text.of(
                        "installer.of-another-architecture", "file", file, "architecture", known))
                .orElseGet(() -> Text.of("installer.of-unknown-architecture", "file", file)),
            AGAIN));
  }

  static Diagnostic withoutPlatform(String file) {
    return Diagnostic.warning(
        INSTALLER_WITHOUT_PLATFORM, Message.of("installer.without-platform", "file", file));
  }

  static Diagnostic namesUnsigned(String file) {
    return Diagnostic.warning(
        INSTALLER_NAMES_UNSIGNED, Message.of("installer.names-unsigned", "file", file));
  }

  static Diagnostic old(String file, LocalDate signed, long days) {
    return Diagnostic.warning(
        INSTALLER_OLD, Message.of("installer.old", "file", file, "signed", signed, "days", days));
  }
}
