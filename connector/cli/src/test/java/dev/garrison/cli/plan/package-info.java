/** What a plan's commands refuse before they read anything. */
@NullMarked
package dev.garrison.cli.plan;

import org.jspecify.annotations.NullMarked;
