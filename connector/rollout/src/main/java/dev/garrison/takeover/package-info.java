/** Import: writes a first manifest that fits a site which already onboards servers. */
@NullMarked
package dev.garrison.takeover;

import org.jspecify.annotations.NullMarked;
