/** Run Scripts: scripts that a site keeps, and what became of them on its clients. */
@NullMarked
package dev.garrison.mecm.script;

import org.jspecify.annotations.NullMarked;
