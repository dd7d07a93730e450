/** The service's figures for Prometheus. */
@NullMarked
package dev.garrison.server.metrics;

import org.jspecify.annotations.NullMarked;
