/** The service over HTTP. */
@NullMarked
package dev.garrison.server;

import org.jspecify.annotations.NullMarked;
