package dev.garrison.state;

import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/**
 * Who did a run, where and for what (F43).
 *
 * @param format of the journal, {@link JournalEntry#FORMAT}; absent in the first form
 * @param run the run's name, also the file's
 * @param osUser the user of the operating system
 * @param identity who the site says we are
 * @param planDigest of the changes that were carried out
 * @param agreedDigest of the stored plan that was agreed to, with its change number and its expiry;
 *     absent where none was stored, and in runs of versions that had none
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
    Optional<String> agreedDigest)
    implements JsonForm {
  /** A run that is journaled now. */
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
        agreedDigest);
  }
}
