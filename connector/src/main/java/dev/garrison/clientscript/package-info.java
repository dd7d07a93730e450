/** Our own files that run on servers, and signing them with the customer's certificate. */
@NullMarked
package dev.garrison.clientscript;

import org.jspecify.annotations.NullMarked;
