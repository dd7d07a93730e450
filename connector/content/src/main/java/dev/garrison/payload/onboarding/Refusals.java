package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException;

/** Refusals of packages that cannot be proven. */
final class Refusals {
  private static final Text AGAIN = Text.of("package.download-again");

  private Refusals() {}

  static RefusalException cutOff(String file, Text how) {
    return refused(
        OnboardingCode.PACKAGE_CUT_OFF,
        Text.of("package.cut-off", "file", file, "reason", how),
        AGAIN);
  }

  static RefusalException unreadableLine(String file, String entry, int line) {
    return refused(
        OnboardingCode.PACKAGE_BLOB_UNREADABLE,
        Text.of(
            "package.line-unreadable", "file", file, "entry", entry, "line", String.valueOf(line)),
        AGAIN);
  }

  static RefusalException overlongLine(String file, String entry, int line) {
    return refused(
        OnboardingCode.PACKAGE_BLOB_UNREADABLE,
        Text.of("package.line-long", "file", file, "entry", entry, "line", String.valueOf(line)),
        AGAIN);
  }

  static RefusalException differ(String file) {
    return refused(
        OnboardingCode.PACKAGE_BLOBS_DIFFER, Text.of("package.blobs-differ", "file", file), AGAIN);
  }

  static RefusalException contradiction(String file) {
    return refused(
        OnboardingCode.PACKAGE_CONTRADICTS_ITSELF,
        Text.of("package.contradicts-itself", "file", file),
        AGAIN);
  }

  static RefusalException nothing(String file, boolean zip) {
    return zip
        ? refused(
            OnboardingCode.PACKAGE_WITHOUT_SCRIPT,
            Text.of("package.without-script", "file", file),
            Text.of("package.download-for-group-policy"))
        : withoutTenant(file);
  }

  static RefusalException of(String file, BlobException cause) {
    return switch (cause.fault()) {
      case UNREADABLE ->
          refused(
              OnboardingCode.PACKAGE_BLOB_UNREADABLE,
              Text.of("blob.unreadable", "file", file, "reason", cause.why()),
              AGAIN);
      case WITHOUT_TENANT -> withoutTenant(file);
      case UNSIGNED ->
          refused(
              OnboardingCode.PACKAGE_UNSIGNED,
              Message.of("blob.unsigned", "file", file, "reason", cause.why()));
      case SIGNED_WEAKLY ->
          refused(
              OnboardingCode.PACKAGE_SIGNED_WEAKLY,
              Message.of("blob.signed-weakly", "file", file, "reason", cause.why()));
      case TAMPERED ->
          refused(
              OnboardingCode.PACKAGE_TAMPERED,
              Message.of("blob.tampered", "file", file, "reason", cause.why()));
      case UNTRUSTED ->
          refused(
              OnboardingCode.PACKAGE_SIGNER_UNTRUSTED,
              Message.of("blob.untrusted", "file", file, "reason", cause.why()));
      case UNKNOWN_ROOT -> unknownSigner(OnboardingCode.PACKAGE_SIGNER_UNTRUSTED, file, cause);
      case UNEXPECTED_SIGNER ->
          unknownSigner(OnboardingCode.PACKAGE_SIGNER_UNEXPECTED, file, cause);
    };
  }

  private static RefusalException withoutTenant(String file) {
    return refused(
        OnboardingCode.PACKAGE_WITHOUT_TENANT, Message.of("package.without-tenant", "file", file));
  }

  private static RefusalException unknownSigner(
      OnboardingCode code, String file, BlobException cause) {
    return refused(
        code,
        Text.of(
            "blob.signer-unknown",
            "file",
            file,
            "reason",
            cause.why(),
            "chain",
            SignerLines.told(cause.chain())),
        SignerLines.remedy(cause.chain()));
  }

  private static RefusalException refused(OnboardingCode code, Text problem, Text fix) {
    return refused(code, new Message(problem, fix));
  }

  private static RefusalException refused(OnboardingCode code, Message message) {
    return new RefusalException(Diagnostic.error(code, message));
  }
}
