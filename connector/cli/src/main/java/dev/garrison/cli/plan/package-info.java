/**
 * Commands for changes to the site: plan, apply, adopt and undo.
 *
 * <p>Options and prompts that other commands share are here too.
 */
@NullMarked
package dev.garrison.cli.plan;

import org.jspecify.annotations.NullMarked;
