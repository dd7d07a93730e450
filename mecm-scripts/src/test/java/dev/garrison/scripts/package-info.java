/**
 * Holds the PowerShell scripts: their syntax, how they are packed, and what the documents say of
 * them.
 */
@NullMarked
package dev.garrison.scripts;

import org.jspecify.annotations.NullMarked;
