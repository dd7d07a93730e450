package dev.garrison.detection;

/**
 * A server on which the test shall run.
 *
 * @param id ResourceID
 * @param standing what is known of its sensor, in words
 * @param active whether there was a recent heartbeat
 */
public record TestServer(long id, String name, String ring, String standing, boolean active) {}
