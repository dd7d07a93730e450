package dev.garrison.payload.msi;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import java.time.LocalDate;

/** Problems with the installation package. */
enum InstallerCode implements DiagnosticCode {
  INSTALLER_DAMAGED(411),
  INSTALLER_OF_ANOTHER_PRODUCT(412),
  INSTALLER_OF_ANOTHER_ARCHITECTURE(413),
  INSTALLER_WITHOUT_PLATFORM(414),
  INSTALLER_OLD(421),
  INSTALLER_NAMES_UNSIGNED(491);

  private static final String AGAIN =
      "Download md4ws.msi again: Defender portal, Settings > Endpoints > Onboarding, Windows Server 2012 R2 and 2016.";

  private final int number;

  InstallerCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, String how) {
    return Diagnostic.error(
        INSTALLER_DAMAGED,
        "%s is damaged: %s.".formatted(file, how),
        "Was the download cut off? " + AGAIN);
  }

  static Diagnostic anotherProduct(String file, String product) {
    return Diagnostic.error(
        INSTALLER_OF_ANOTHER_PRODUCT,
        "%s installs '%s', not Microsoft Defender for Endpoint.".formatted(file, product),
        AGAIN);
  }

  static Diagnostic anotherArchitecture(String file, String architecture) {
    return Diagnostic.error(
        INSTALLER_OF_ANOTHER_ARCHITECTURE,
        "%s is for %s; servers need x64.".formatted(file, architecture),
        AGAIN);
  }

  static Diagnostic withoutPlatform(String file) {
    return Diagnostic.warning(
        INSTALLER_WITHOUT_PLATFORM,
        "%s does not say which version of Defender's platform it brings: its File table has no version for MPCLIENT.DLL."
            .formatted(file),
        "Whether UpdatePlatform.exe is new enough for Windows Server 2016 cannot be checked.");
  }

  static Diagnostic namesUnsigned(String file) {
    return Diagnostic.warning(
        INSTALLER_NAMES_UNSIGNED,
        "%s is signed without MsiDigitalSignatureEx: the signature covers the content of its tables and files, and not their names and sizes."
            .formatted(file),
        "Compare its SHA-256 with that of another download.");
  }

  static Diagnostic old(String file, LocalDate signed, long days) {
    return Diagnostic.warning(
        INSTALLER_OLD,
        "%s was signed on %s, %d days ago; Microsoft releases a new one each month."
            .formatted(file, signed, days),
        "New servers would start with an old agent. " + AGAIN);
  }
}
