/** What pages have in common. */
@NullMarked
package dev.garrison.server.page.frame;

import org.jspecify.annotations.NullMarked;
