/**
 * HTTP API of the service: its routes, their handlers, and its description. Answers and requests
 * are forms, and the number of their format is in the addresses: {@code /api/v1}. Within this
 * number, an answer only gets additional, optional parts; any other change gets another number.
 */
@NullMarked
package dev.garrison.server.api;

import org.jspecify.annotations.NullMarked;
