/** Holds Garrison's own PowerShell files, and signs them with the customer's certificate. */
@NullMarked
package dev.garrison.clientscript;

import org.jspecify.annotations.NullMarked;
