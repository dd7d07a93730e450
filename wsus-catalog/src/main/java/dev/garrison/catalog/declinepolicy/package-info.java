/** Which superseded updates nobody needs any more. Pure, and in doubt against declining. */
@NullMarked
package dev.garrison.catalog.declinepolicy;

import org.jspecify.annotations.NullMarked;
