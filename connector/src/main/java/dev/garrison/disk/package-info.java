/** What has to outlast a power failure. */
@NullMarked
package dev.garrison.disk;

import org.jspecify.annotations.NullMarked;
