/** What outlasts a failure. */
@NullMarked
package dev.garrison.disk;

import org.jspecify.annotations.NullMarked;
