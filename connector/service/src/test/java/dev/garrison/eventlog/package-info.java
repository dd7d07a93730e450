@NullMarked
package dev.garrison.eventlog;

import org.jspecify.annotations.NullMarked;
