package dev.garrison.fleet.table;

/**
 * Offboarding entry by which a server is in no ring.
 *
 * @param entry its name in the manifest
 * @param offboards whether it offboards servers; otherwise they are only kept out of the rings
 */
public record Leaving(String entry, boolean offboards) {}
