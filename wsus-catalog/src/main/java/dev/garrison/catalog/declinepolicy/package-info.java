/** Decides which superseded updates may be declined. Pure; in doubt, an update is kept. */
@NullMarked
package dev.garrison.catalog.declinepolicy;

import org.jspecify.annotations.NullMarked;
