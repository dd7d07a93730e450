/** Sign-in over HTTP by an exchange of tokens (RFC 4559): the common parts of Kerberos and NTLM. */
@NullMarked
package dev.garrison.connection.signin;

import org.jspecify.annotations.NullMarked;
