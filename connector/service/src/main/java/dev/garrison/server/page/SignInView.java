package dev.garrison.server.page;

import java.util.Optional;

/**
 * Content of the sign-in page.
 *
 * @param to the page that was requested
 * @param address of the sign-in page itself
 * @param problem why the user is not signed in
 * @param notice further message
 */
record SignInView(String to, String address, Optional<String> problem, Optional<String> notice) {}
