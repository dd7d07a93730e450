/** Applications as managed objects. */
@NullMarked
package dev.garrison.mecm.application;

import org.jspecify.annotations.NullMarked;
