/** What all pages have in common: what stands around them, addresses, times. */
@NullMarked
package dev.garrison.server.page.frame;

import org.jspecify.annotations.NullMarked;
