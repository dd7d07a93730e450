/** Asks clients to act at once: with client notification and with CMPivot queries. */
@NullMarked
package dev.garrison.mecm.clientoperation;

import org.jspecify.annotations.NullMarked;
