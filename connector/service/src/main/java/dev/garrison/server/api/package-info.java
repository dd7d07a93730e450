/** What the service answers over HTTP: the routes, and what stands behind each. */
@NullMarked
package dev.garrison.server.api;

import org.jspecify.annotations.NullMarked;
