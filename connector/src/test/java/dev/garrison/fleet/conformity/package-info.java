@NullMarked
package dev.garrison.fleet.conformity;

import org.jspecify.annotations.NullMarked;
