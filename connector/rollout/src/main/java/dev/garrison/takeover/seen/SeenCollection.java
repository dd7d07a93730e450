package dev.garrison.takeover.seen;

/**
 * A device collection.
 *
 * @param members at its last evaluation
 * @param limitedTo name of the collection that limits it
 */
public record SeenCollection(
    String id, String name, String comment, long members, boolean builtIn, String limitedTo) {}
