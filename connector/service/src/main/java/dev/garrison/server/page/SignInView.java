package dev.garrison.server.page;

import java.util.Optional;

/**
 * The page on which people sign in.
 *
 * @param to where they wanted to go
 * @param problem why they are not signed in
 * @param notice what else they are to know
 */
record SignInView(String to, Optional<String> problem, Optional<String> notice) {}
