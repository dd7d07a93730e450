package dev.garrison.fleet.table;

/**
 * Entry of {@code offboard} by which a server is in no ring.
 *
 * @param entry its name
 * @param offboards whether it offboards servers; otherwise they are only kept out of the rings
 */
public record Leaving(String entry, boolean offboards) {}
