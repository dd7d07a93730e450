/**
 * Delivery of notifications to webhooks: formatting, signing, rate limits, and repeated attempts.
 */
@NullMarked
package dev.garrison.webhook;

import org.jspecify.annotations.NullMarked;
