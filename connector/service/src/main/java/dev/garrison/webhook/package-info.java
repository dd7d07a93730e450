/** Posts messages to webhooks: signed, in good measure, and again where they were not taken. */
@NullMarked
package dev.garrison.webhook;

import org.jspecify.annotations.NullMarked;
