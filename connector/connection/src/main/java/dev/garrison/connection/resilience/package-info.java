/**
 * Retries, circuit breakers, and limits of requests, which protect servers from overload. They also
 * protect Garrison from failures of servers, and count the requests to each.
 */
@NullMarked
package dev.garrison.connection.resilience;

import org.jspecify.annotations.NullMarked;
