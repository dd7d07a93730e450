/** Known secrets go through every command, and are looked for wherever one could show. */
@NullMarked
package dev.garrison.leak;

import org.jspecify.annotations.NullMarked;
