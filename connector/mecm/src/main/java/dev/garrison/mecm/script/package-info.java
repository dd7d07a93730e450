/** Runs approved scripts on clients with Run Scripts, and reads their results. */
@NullMarked
package dev.garrison.mecm.script;

import org.jspecify.annotations.NullMarked;
