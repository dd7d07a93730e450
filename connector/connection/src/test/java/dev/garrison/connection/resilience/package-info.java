@NullMarked
package dev.garrison.connection.resilience;

import org.jspecify.annotations.NullMarked;
