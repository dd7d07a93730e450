/** Tokens. */
@NullMarked
package dev.garrison.login;

import org.jspecify.annotations.NullMarked;
