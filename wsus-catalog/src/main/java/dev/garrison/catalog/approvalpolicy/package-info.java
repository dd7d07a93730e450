/** Which of the many updates of one KB are current. Pure. */
@NullMarked
package dev.garrison.catalog.approvalpolicy;

import org.jspecify.annotations.NullMarked;
