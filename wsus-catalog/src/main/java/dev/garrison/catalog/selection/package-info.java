/** Which of the many updates of one KB are current. Pure. */
@NullMarked
package dev.garrison.catalog.selection;

import org.jspecify.annotations.NullMarked;
