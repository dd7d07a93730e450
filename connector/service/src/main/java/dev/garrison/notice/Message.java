package dev.garrison.notice;

/**
 * One message to one webhook.
 *
 * @param kinds of what it tells, such as {@code drift 2, recovery 1}
 * @param findings how many it tells
 * @param body as it is posted
 */
public record Message(String webhook, String kinds, int findings, String body) {}
