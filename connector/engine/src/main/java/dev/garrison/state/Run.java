package dev.garrison.state;

import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Origin and purpose of a run: account, host, site, manifest and plan (F43).
 *
 * @param format of the journal, {@link JournalEntry#FORMAT}; absent in the first form
 * @param run the run's name, also the file's
 * @param osUser the user of the operating system
 * @param identity the account that the site reports for Garrison
 * @param planDigest digest of the changes that were carried out
 * @param agreedDigest digest of the stored plan that was agreed to, with its change number and its
 *     expiry; absent where none was stored, and in runs of versions that had none
 * @param remarks all remarks of a plan that was carried out; absent for a plan of single objects,
 *     and in runs of earlier versions
 */
public record Run(
    Optional<String> format,
    String run,
    Instant at,
    String osUser,
    String host,
    String identity,
    String site,
    String manifest,
    String manifestDigest,
    String planDigest,
    Optional<String> changeId,
    Optional<String> agreedDigest,
    @OmittedWhenEmpty Optional<List<String>> remarks)
    implements JsonForm {
  /** A run that is being journaled now. */
  public Run(
      String run,
      Instant at,
      String osUser,
      String host,
      String identity,
      String site,
      String manifest,
      String manifestDigest,
      String planDigest,
      Optional<String> changeId,
      Optional<String> agreedDigest) {
    this(
        Optional.of(JournalEntry.FORMAT),
        run,
        at,
        osUser,
        host,
        identity,
        site,
        manifest,
        manifestDigest,
        planDigest,
        changeId,
        agreedDigest,
        Optional.empty());
  }

  /** The same run with the remarks of its plan. */
  public Run remarking(List<String> others) {
    return new Run(
        format,
        run,
        at,
        osUser,
        host,
        identity,
        site,
        manifest,
        manifestDigest,
        planDigest,
        changeId,
        agreedDigest,
        Optional.of(others));
  }
}
