/** The state folder: plan files and journals, behind the engine's ports. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
