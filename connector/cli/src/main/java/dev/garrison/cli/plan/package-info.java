/** Commands: Planning and applying. */
@NullMarked
package dev.garrison.cli.plan;

import org.jspecify.annotations.NullMarked;
