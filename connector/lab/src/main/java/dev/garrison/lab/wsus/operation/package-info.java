/** The operations, one handler each. */
@NullMarked
package dev.garrison.lab.wsus.operation;

import org.jspecify.annotations.NullMarked;
