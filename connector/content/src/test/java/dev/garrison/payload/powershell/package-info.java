/** Scripts with a signature at their end. */
@NullMarked
package dev.garrison.payload.powershell;

import org.jspecify.annotations.NullMarked;
