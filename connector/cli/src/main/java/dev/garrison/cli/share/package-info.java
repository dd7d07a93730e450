/** Commands for the access rights on the content share. */
@NullMarked
package dev.garrison.cli.share;

import org.jspecify.annotations.NullMarked;
