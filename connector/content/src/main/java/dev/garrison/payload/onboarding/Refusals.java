package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.payload.onboarding.blob.BlobException;

/** Refusals of packages that cannot be proven. */
final class Refusals {
  private static final String AGAIN =
      "Download the package in the Defender portal again, and take it as it comes.";

  private Refusals() {}

  static RefusalException cutOff(String file, String how) {
    return refused(
        OnboardingCode.PACKAGE_CUT_OFF, "%s was cut off: %s.".formatted(file, how), AGAIN);
  }

  static RefusalException unreadableLine(String file, String entry, int line) {
    return refused(
        OnboardingCode.PACKAGE_BLOB_UNREADABLE,
        "%s writes a value in line %d of %s that cannot be read with certainty: it was cut off or altered."
            .formatted(file, line, entry),
        AGAIN);
  }

  static RefusalException overlongLine(String file, String entry, int line) {
    return refused(
        OnboardingCode.PACKAGE_BLOB_UNREADABLE,
        "Line %d of %s in %s is longer than 262,144 characters, and is not read: it was altered."
            .formatted(line, entry, file),
        AGAIN);
  }

  static RefusalException differ(String file) {
    return refused(
        OnboardingCode.PACKAGE_BLOBS_DIFFER,
        "%s holds two different blobs; servers would end in one tenant or another.".formatted(file),
        AGAIN);
  }

  static RefusalException contradiction(String file) {
    return refused(
        OnboardingCode.PACKAGE_CONTRADICTS_ITSELF,
        "%s says both that it onboards and that it offboards.".formatted(file),
        AGAIN);
  }

  static RefusalException nothing(String file, boolean zip) {
    return zip
        ? refused(
            OnboardingCode.PACKAGE_WITHOUT_SCRIPT,
            "%s holds no onboarding or offboarding script.".formatted(file),
            "In the portal choose the deployment method 'Group Policy' and download the package again.")
        : refused(
            OnboardingCode.PACKAGE_WITHOUT_TENANT,
            "%s names no tenant (orgId).".formatted(file),
            "It is not an onboarding script, or it was cut off. Download the package again.");
  }

  static RefusalException of(String file, BlobException cause) {
    return switch (cause.fault()) {
      case UNREADABLE ->
          refused(
              OnboardingCode.PACKAGE_BLOB_UNREADABLE,
              "The blob in %s cannot be read: %s.".formatted(file, cause.getMessage()),
              "It was cut off or altered. " + AGAIN);
      case WITHOUT_TENANT ->
          refused(
              OnboardingCode.PACKAGE_WITHOUT_TENANT,
              "%s names no tenant (orgId).".formatted(file),
              "It is not an onboarding script, or it was cut off. Download the package again.");
      case UNSIGNED ->
          refused(
              OnboardingCode.PACKAGE_UNSIGNED,
              "The blob in %s is not signed: %s.".formatted(file, cause.getMessage()),
              "Use no package that does not come from the Defender portal.");
      case SIGNED_WEAKLY ->
          refused(
              OnboardingCode.PACKAGE_SIGNED_WEAKLY,
              "The blob in %s is signed too weakly: %s.".formatted(file, cause.getMessage()),
              "It is an old package. Download a new one in the Defender portal.");
      case TAMPERED ->
          refused(
              OnboardingCode.PACKAGE_TAMPERED,
              "The blob in %s was altered after it was signed: %s."
                  .formatted(file, cause.getMessage()),
              "Find out who had the file. " + AGAIN);
      case UNTRUSTED ->
          refused(
              OnboardingCode.PACKAGE_SIGNER_UNTRUSTED,
              "The blob in %s is not signed by Microsoft: %s.".formatted(file, cause.getMessage()),
              "Use no package that does not come from the Defender portal.");
      case UNKNOWN_ROOT ->
          refused(
              OnboardingCode.PACKAGE_SIGNER_UNTRUSTED,
              signer(file, cause),
              SignerLines.remedy(cause.chain()));
      case UNEXPECTED_SIGNER ->
          refused(
              OnboardingCode.PACKAGE_SIGNER_UNEXPECTED,
              signer(file, cause),
              SignerLines.remedy(cause.chain()));
    };
  }

  private static String signer(String file, BlobException cause) {
    return "The blob in %s is whole, but its signer is not known: %s (%s)."
        .formatted(file, cause.getMessage(), SignerLines.told(cause.chain()));
  }

  private static RefusalException refused(OnboardingCode code, String problem, String remedy) {
    return new RefusalException(Diagnostic.error(code, problem, remedy));
  }
}
