/** Kerberos over HTTP: RFC 4178 and RFC 4559 on the wire, by JGSS. */
@NullMarked
package dev.garrison.connection.kerberos;

import org.jspecify.annotations.NullMarked;
