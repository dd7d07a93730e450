/** What one update server holds. */
@NullMarked
package dev.garrison.lab.wsus.state;

import org.jspecify.annotations.NullMarked;
