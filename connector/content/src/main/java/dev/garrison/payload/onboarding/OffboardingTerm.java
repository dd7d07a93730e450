package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Validity of an offboarding package. The day in its name and the signed time in it are both read;
 * the earlier counts. Microsoft's pages give 7 days in most places and 30 in one, so neither is
 * assumed.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/offboard-machines">Offboard
 *     devices</a>
 */
final class OffboardingTerm {
  private final OnboardingPackage offboarding;

  OffboardingTerm(OnboardingPackage offboarding) {
    this.offboarding = offboarding;
  }

  /** End of the validity, in UTC; a day counts to its end. */
  static Optional<Instant> end(OnboardingPackage offboarding) {
    return Stream.of(
            offboarding.proof().statement().expires(),
            offboarding.validUntil().map(OffboardingTerm::endOf))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  List<Diagnostic> findings(Instant asOf) {
    List<Diagnostic> findings = new ArrayList<>();
    differing().ifPresent(findings::add);
    Optional<Instant> end = end(offboarding);
    if (end.isEmpty()) {
      findings.add(
          Diagnostic.error(
              OnboardingCode.OFFBOARDING_WITHOUT_EXPIRY,
              Message.of("offboarding-package.without-expiry", "file", offboarding.file())));
    } else if (!end.get().isAfter(asOf)) {
      findings.add(
          Diagnostic.error(
              OnboardingCode.OFFBOARDING_EXPIRED,
              Message.of(
                  "offboarding-package.expired",
                  "file",
                  offboarding.file(),
                  "until",
                  shown(end.get()))));
    }
    return findings;
  }

  /**
   * Warns if both dates differ. One day of difference is explained by the time zone in which the
   * name was written.
   */
  private Optional<Diagnostic> differing() {
    Optional<LocalDate> signed =
        offboarding.proof().statement().expires().map(OffboardingTerm::day);
    if (signed.isEmpty() || offboarding.validUntil().isEmpty()) {
      return Optional.empty();
    }
    long apart = Math.abs(ChronoUnit.DAYS.between(signed.get(), offboarding.validUntil().get()));
    return apart <= 1
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                OnboardingCode.OFFBOARDING_DATES_DIFFER,
                Message.of(
                    "offboarding-package.dates-differ",
                    "file",
                    offboarding.file(),
                    "named",
                    offboarding.validUntil().get(),
                    "signed",
                    signed.get())));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String shown(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replaceFirst("T", " ")
        .replaceFirst(":00Z$", " UTC");
  }
}
