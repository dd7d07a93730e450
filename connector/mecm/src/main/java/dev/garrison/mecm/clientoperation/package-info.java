/** What clients are asked to do out of turn. */
@NullMarked
package dev.garrison.mecm.clientoperation;

import org.jspecify.annotations.NullMarked;
