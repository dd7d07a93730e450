/**
 * The command {@code garrison probe}, which checks the site and the share before a plan is made.
 */
@NullMarked
package dev.garrison.cli.probe;

import org.jspecify.annotations.NullMarked;
