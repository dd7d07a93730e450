@NullMarked
package dev.garrison.fleet.table;

import org.jspecify.annotations.NullMarked;
