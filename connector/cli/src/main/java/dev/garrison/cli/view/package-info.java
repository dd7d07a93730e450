/** How results look: for a person, and as JSON. */
@NullMarked
package dev.garrison.cli.view;

import org.jspecify.annotations.NullMarked;
