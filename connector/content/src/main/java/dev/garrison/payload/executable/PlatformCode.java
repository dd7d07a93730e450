package dev.garrison.payload.executable;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;

/** Problems with UpdatePlatform.exe. */
enum PlatformCode implements DiagnosticCode {
  PLATFORM_DAMAGED(428),
  PLATFORM_OF_ANOTHER_PRODUCT(429);

  private static final Text AGAIN = Text.of("platform-update.download-again");

  private final int number;

  PlatformCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, Text how) {
    return error(PLATFORM_DAMAGED, Text.of("package.damaged", "file", file, "reason", how));
  }

  static Diagnostic withoutVersion(String file) {
    return error(
        PLATFORM_OF_ANOTHER_PRODUCT, Text.of("platform-update.without-version", "file", file));
  }

  static Diagnostic anotherProduct(String file, String name, String product) {
    return error(
        PLATFORM_OF_ANOTHER_PRODUCT,
        Text.of(
            "platform-update.of-another-product", "file", file, "name", name, "product", product));
  }

  private static Diagnostic error(PlatformCode code, Text problem) {
    return Diagnostic.error(code, new Message(problem, AGAIN));
  }
}
