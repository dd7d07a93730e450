/** The command that puts together what somebody who helps needs. */
@NullMarked
package dev.garrison.cli.support;

import org.jspecify.annotations.NullMarked;
