/** A site that lacks what Garrison needs of it. */
@NullMarked
package dev.garrison.lacking;

import org.jspecify.annotations.NullMarked;
