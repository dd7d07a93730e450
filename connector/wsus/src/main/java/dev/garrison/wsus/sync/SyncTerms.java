package dev.garrison.wsus.sync;

import java.time.Duration;

/**
 * Time limits for synchronizations.
 *
 * @param limit total time to wait for their end; zero starts those that need not wait
 * @param ifOlder a server that synchronized more recently than this is left alone
 */
public record SyncTerms(Duration limit, Duration ifOlder) {}
