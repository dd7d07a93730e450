package dev.garrison.server.page.frame;

/**
 * A page to render.
 *
 * @param template its name, without {@code .jte}
 * @param model its content
 */
public record View(String template, Object model) {}
