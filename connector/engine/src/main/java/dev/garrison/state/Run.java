package dev.garrison.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Who did a run, where and for what (F43).
 *
 * @param run the run's name, also the file's
 * @param osUser the user of the operating system
 * @param identity who the site says we are
 * @param planDigest of the changes that were carried out
 * @param agreedDigest of the stored plan that was agreed to, with its change number and its expiry;
 *     absent where none was stored, and in runs of versions that had none
 */
public record Run(
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
    Optional<String> agreedDigest) {}
