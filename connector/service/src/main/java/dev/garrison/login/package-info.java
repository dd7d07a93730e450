/** Who may ask the service for what: tokens and roles. */
@NullMarked
package dev.garrison.login;

import org.jspecify.annotations.NullMarked;
