/** Which server certificates Garrison accepts, and what it says of those it does not. */
@NullMarked
package dev.garrison.connection.tls;

import org.jspecify.annotations.NullMarked;
