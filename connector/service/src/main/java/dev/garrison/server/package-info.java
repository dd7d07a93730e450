/** HTTP server of the service: its connections, TLS, limits, and the checks on each request. */
@NullMarked
package dev.garrison.server;

import org.jspecify.annotations.NullMarked;
