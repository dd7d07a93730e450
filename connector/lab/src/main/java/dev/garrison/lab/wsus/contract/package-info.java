/** What the administration service offers, operation by operation. */
@NullMarked
package dev.garrison.lab.wsus.contract;

import org.jspecify.annotations.NullMarked;
