/** Contract of the administration service of WSUS: its operations and data types. */
@NullMarked
package dev.garrison.lab.wsus.contract;

import org.jspecify.annotations.NullMarked;
