/** Our own PowerShell, and signing it with the customer's certificate. */
@NullMarked
package dev.garrison.clientscript;

import org.jspecify.annotations.NullMarked;
