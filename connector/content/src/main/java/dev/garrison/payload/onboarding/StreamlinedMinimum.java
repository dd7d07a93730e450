package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.util.Arrays;
import java.util.Optional;

/**
 * The oldest antimalware platform that can use streamlined connectivity.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/configure-device-connectivity">Onboard
 *     devices using streamlined connectivity</a>
 */
public final class StreamlinedMinimum {
  private static final int[] PLATFORM = {4, 18, 2211, 5};

  private StreamlinedMinimum() {}

  /**
   * Finding if the installer's platform is too old; empty otherwise.
   *
   * @param platform the platform that the installer brings, as numbers and dots; another form is
   *     not compared
   */
  public static Optional<Diagnostic> check(OnboardingPackage onboarding, String platform) {
    if (!onboarding.proof().statement().streamlined() || !older(platform)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            OnboardingCode.STREAMLINED_NEEDS_NEWER_PLATFORM,
            Message.of(
                "package.streamlined-needs-newer-platform",
                "file",
                onboarding.file(),
                "platform",
                platform)));
  }

  private static boolean older(String platform) {
    if (!platform.matches("\\d{1,9}(?:\\.\\d{1,9}){1,5}")) {
      return false;
    }
    int[] numbers = Arrays.stream(platform.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    return Arrays.compare(numbers, PLATFORM) < 0;
  }
}
