/** Metrics of the service for Prometheus. */
@NullMarked
package dev.garrison.server.metrics;

import org.jspecify.annotations.NullMarked;
