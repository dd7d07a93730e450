/** One site, one manifest and one Garrison, for tests of the whole way. */
@NullMarked
package dev.garrison.trial;

import org.jspecify.annotations.NullMarked;
