/** Passwords and keys: named in the manifest, read when they are used, never shown. */
@NullMarked
package dev.garrison.secret;

import org.jspecify.annotations.NullMarked;
