/**
 * What the service answers over HTTP: the routes, and what stands behind each. Answers and requests
 * are forms, and the number of their format is in the addresses: {@code /api/v1}. Within it, an
 * answer only gets more parts that are optional; anything else is another number.
 */
@NullMarked
package dev.garrison.server.api;

import org.jspecify.annotations.NullMarked;
