/** Programs of others that say what a file is: independent judges. */
@NullMarked
package dev.garrison.payload.judge;

import org.jspecify.annotations.NullMarked;
