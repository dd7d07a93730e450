package dev.garrison.server.page.frame;

import java.util.Optional;

/**
 * A page to render.
 *
 * @param template its name, without {@code .jte}
 * @param model its content
 */
public record View(String template, Object model) {
  private static final String REDIRECT = "";

  /** Leads to another page of this service instead of rendering one. */
  public static View to(String address) {
    return new View(REDIRECT, address);
  }

  /** The address that it leads to; empty for a page to render. */
  public Optional<String> address() {
    return template.equals(REDIRECT) ? Optional.of((String) model) : Optional.empty();
  }
}
