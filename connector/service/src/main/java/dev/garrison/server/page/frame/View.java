package dev.garrison.server.page.frame;

/**
 * A page that was put together.
 *
 * @param template its form, without {@code .jte}
 * @param model what it shows
 */
public record View(String template, Object model) {}
