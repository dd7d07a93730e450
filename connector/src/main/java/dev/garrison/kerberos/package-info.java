/** A domain account's tickets (RFC 4120), by JGSS, and what failures mean; for HTTP and for SMB. */
@NullMarked
package dev.garrison.kerberos;

import org.jspecify.annotations.NullMarked;
