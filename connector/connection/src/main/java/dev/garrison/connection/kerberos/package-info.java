/**
 * A domain account's tickets (RFC 4120), by JGSS, and what failures mean, for HTTP and for SMB; and
 * signing in to HTTP with them (RFC 4178 and RFC 4559).
 */
@NullMarked
package dev.garrison.connection.kerberos;

import org.jspecify.annotations.NullMarked;
