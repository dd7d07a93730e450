/**
 * SOAP 1.1 as the WSUS administration web service speaks it: requests that can only be written as
 * the contract says, and answers that are read while they arrive.
 */
@NullMarked
package dev.garrison.wsus.soap;

import org.jspecify.annotations.NullMarked;
