/** Common parts of all pages: the frame around them, links, files, and formats of times. */
@NullMarked
package dev.garrison.server.page.frame;

import org.jspecify.annotations.NullMarked;
