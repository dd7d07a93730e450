/**
 * HTTP connections to servers: address rules, sign-in, deadlines, and clocks. The one HTTP client
 * ends every exchange in time.
 */
@NullMarked
package dev.garrison.connection;

import org.jspecify.annotations.NullMarked;
