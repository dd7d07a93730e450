/**
 * Forms of a command's answer: the options that choose one, text, JSON, CSV and HTML reports. Each
 * command has its answers, columns and pages in its own package.
 */
@NullMarked
package dev.garrison.cli.output;

import org.jspecify.annotations.NullMarked;
