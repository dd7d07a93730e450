@NullMarked
package dev.garrison.webhook;

import org.jspecify.annotations.NullMarked;
