/** Pages about servers, rings, and updates. */
@NullMarked
package dev.garrison.server.page.fleet;

import org.jspecify.annotations.NullMarked;
