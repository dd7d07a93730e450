package dev.garrison.payload.executable;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with UpdatePlatform.exe. */
enum PlatformCode implements DiagnosticCode {
  PLATFORM_DAMAGED(428),
  PLATFORM_OF_ANOTHER_PRODUCT(429);

  private static final String AGAIN =
      "Download UpdatePlatform.exe again: https://go.microsoft.com/fwlink/?linkid=870379&arch=x64";

  private final int number;

  PlatformCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, String how) {
    return Diagnostic.error(PLATFORM_DAMAGED, "%s is damaged: %s.".formatted(file, how), AGAIN);
  }

  static Diagnostic withoutVersion(String file) {
    return Diagnostic.error(
        PLATFORM_OF_ANOTHER_PRODUCT,
        file
            + " has no version information, so it is not UpdatePlatform.exe of Microsoft Malware Protection.",
        AGAIN);
  }

  static Diagnostic anotherProduct(String file, String name, String product) {
    return Diagnostic.error(
        PLATFORM_OF_ANOTHER_PRODUCT,
        "%s is '%s' of '%s', not UpdatePlatform.exe of Microsoft Malware Protection."
            .formatted(file, name, product),
        AGAIN);
  }
}
