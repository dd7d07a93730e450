package dev.garrison.mecm.softwareupdate;

/**
 * A ring whose servers get updates from the site.
 *
 * @param collection the name or id of its device collection
 * @param rule the name of its automatic deployment rule
 */
public record ServedRing(String name, String collection, String rule) {}
