/** What somebody who helps needs to know of a service, without the names of whose it is. */
@NullMarked
package dev.garrison.support;

import org.jspecify.annotations.NullMarked;
