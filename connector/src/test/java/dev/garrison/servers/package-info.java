/** Servers that tests start on loopback: with TLS, in a domain, behind Apache. */
@NullMarked
package dev.garrison.servers;

import org.jspecify.annotations.NullMarked;
