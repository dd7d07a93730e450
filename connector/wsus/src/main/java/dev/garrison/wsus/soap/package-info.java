/**
 * SOAP 1.1 for the WSUS administration web service. Requests are checked against the contract;
 * answers are read while they arrive.
 */
@NullMarked
package dev.garrison.wsus.soap;

import org.jspecify.annotations.NullMarked;
