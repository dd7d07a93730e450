/**
 * Checks of server certificates: trust, names, expiry, and the messages for refused certificates.
 */
@NullMarked
package dev.garrison.connection.tls;

import org.jspecify.annotations.NullMarked;
