/** Kerberos over JGSS: RFC 4120 for the domain, RFC 4178 and RFC 4559 on the wire. */
@NullMarked
package dev.garrison.connection.kerberos;

import org.jspecify.annotations.NullMarked;
