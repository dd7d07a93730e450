@NullMarked
package dev.garrison.fleet.compliance;

import org.jspecify.annotations.NullMarked;
