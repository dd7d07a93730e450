@NullMarked
package dev.garrison.server.reading;

import org.jspecify.annotations.NullMarked;
