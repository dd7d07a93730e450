@NullMarked
package dev.garrison.schedule;

import org.jspecify.annotations.NullMarked;
