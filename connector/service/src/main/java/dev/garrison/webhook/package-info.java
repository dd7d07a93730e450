/** Posts messages in each webhook's format: signed, rate-limited, repeated until they are taken. */
@NullMarked
package dev.garrison.webhook;

import org.jspecify.annotations.NullMarked;
