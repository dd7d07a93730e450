/** Tests of update servers, with a whole site. */
@NullMarked
package dev.garrison.wsus.servers;

import org.jspecify.annotations.NullMarked;
