/** Jobs that run by themselves at their times. */
@NullMarked
package dev.garrison.schedule;

import org.jspecify.annotations.NullMarked;
