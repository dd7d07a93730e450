/** Access to the service: tokens, roles, and browser sessions. */
@NullMarked
package dev.garrison.login;

import org.jspecify.annotations.NullMarked;
