/** Handlers of the operations of the administration service, in groups. */
@NullMarked
package dev.garrison.lab.wsus.operation;

import org.jspecify.annotations.NullMarked;
