package dev.garrison.wsus.sync;

import java.time.Duration;

/**
 * How synchronisations are made.
 *
 * @param limit how long to wait for their end, all together; zero starts those that need not wait
 * @param ifOlder a server that synchronised more recently than this is left alone
 */
public record SyncTerms(Duration limit, Duration ifOlder) {}
