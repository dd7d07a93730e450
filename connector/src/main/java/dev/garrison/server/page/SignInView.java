package dev.garrison.server.page;

import dev.garrison.server.page.frame.Assets;
import java.util.Optional;

/**
 * The page on which people sign in.
 *
 * @param to where they wanted to go
 * @param problem why they are not signed in
 */
record SignInView(String to, Optional<String> problem, String css, String icon) {
  SignInView(String to, Optional<String> problem) {
    this(to, problem, Assets.path("garrison.css"), Assets.path("garrison.svg"));
  }
}
