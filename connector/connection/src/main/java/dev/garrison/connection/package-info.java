/**
 * Connections to servers: whom Garrison talks to and how it signs in, and the one HTTP client,
 * whose every exchange ends in time.
 */
@NullMarked
package dev.garrison.connection;

import org.jspecify.annotations.NullMarked;
