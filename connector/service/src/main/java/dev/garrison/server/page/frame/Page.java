package dev.garrison.server.page.frame;

import java.util.function.Function;

/**
 * One page: the server registers it for whoever is signed in.
 *
 * @param path with {@code {names}}
 */
public record Page(String path, Function<PageRequest, View> show) {}
