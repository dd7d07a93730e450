/** Log files of the service: JSON for programs, and the format that CMTrace reads. */
@NullMarked
package dev.garrison.log;

import org.jspecify.annotations.NullMarked;
