/** That the lab stands alone, and its packages do not turn in circles. */
@NullMarked
package dev.garrison.lab.isolation;

import org.jspecify.annotations.NullMarked;
