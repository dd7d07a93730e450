/** Signing in over HTTP by an exchange of tokens (RFC 4559): what all ways have in common. */
@NullMarked
package dev.garrison.connection.signin;

import org.jspecify.annotations.NullMarked;
