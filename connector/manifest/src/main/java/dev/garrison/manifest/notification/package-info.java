/** Whom the service tells what it found. */
@NullMarked
package dev.garrison.manifest.notification;

import org.jspecify.annotations.NullMarked;
