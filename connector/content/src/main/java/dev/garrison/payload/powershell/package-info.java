/** Reads {@code install.ps1}: its signature block, its parameters, its line ends. */
@NullMarked
package dev.garrison.payload.powershell;

import org.jspecify.annotations.NullMarked;
