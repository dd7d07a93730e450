/** Tests of the pages about servers. */
@NullMarked
package dev.garrison.server.page.fleet;

import org.jspecify.annotations.NullMarked;
