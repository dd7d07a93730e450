package dev.garrison.notice;

/**
 * One message to one webhook.
 *
 * @param kinds kinds of the problems in it, such as {@code drift 2, recovery 1}
 * @param findings number of the problems in it
 * @param body text to post
 */
public record Message(String webhook, String kinds, int findings, String body) {}
