/** Antivirus that protects a server, by all that is known of it; pure. */
@NullMarked
package dev.garrison.fleet.antivirus;

import org.jspecify.annotations.NullMarked;
