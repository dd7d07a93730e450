/**
 * Forms in which a command answers: the options that choose one, text for a terminal, JSON, CSV and
 * HTML reports. Each command has its own answers, columns and pages beside it.
 */
@NullMarked
package dev.garrison.cli.output;

import org.jspecify.annotations.NullMarked;
