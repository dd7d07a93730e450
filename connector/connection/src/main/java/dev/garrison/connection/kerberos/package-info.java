/**
 * Kerberos sign-in with tickets of a domain account (RFC 4120), through JGSS. HTTP (RFC 4178 and
 * RFC 4559) and SMB use it; it also explains failures of Kerberos.
 */
@NullMarked
package dev.garrison.connection.kerberos;

import org.jspecify.annotations.NullMarked;
