/** The service's pages in a real browser. */
@NullMarked
package dev.garrison.server.page;

import org.jspecify.annotations.NullMarked;
