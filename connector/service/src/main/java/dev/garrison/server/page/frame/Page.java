package dev.garrison.server.page.frame;

import java.util.function.Function;

/**
 * A page, which the server registers for signed-in users.
 *
 * @param path with {@code {names}}
 */
public record Page(String path, Function<PageRequest, View> show) {}
