/** Tokens. */
@NullMarked
package dev.garrison.server.login;

import org.jspecify.annotations.NullMarked;
